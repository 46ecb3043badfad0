//! Faults on demand, for tests of what comes after them. Never in what ships: the feature `trap-for-tests` brings them.

use std::hint::black_box;

/// Provokes the fault of this name, if it is one.
pub fn provoke(name: &str) {
    match name {
        "provoke: unreachable" => core::arch::wasm32::unreachable(),
        // In pieces that an engine grants one by one, until it grants no more.
        "provoke: out of memory" => loop {
            std::mem::forget(black_box(Vec::<u8>::with_capacity(1 << 26)));
        },
        _ => {}
    }
}
