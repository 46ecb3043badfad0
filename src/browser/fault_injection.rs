//! Deliberate faults, for tests of the recovery. Compiled only with the feature `fault-injection`, never released.

use std::hint::black_box;

/// Causes the fault of this name, if there is one.
pub fn inject(name: &str) {
    match name {
        "provoke: unreachable" => core::arch::wasm32::unreachable(),
        // In chunks, until the engine refuses to grow the memory.
        "provoke: out of memory" => loop {
            std::mem::forget(black_box(Vec::<u8>::with_capacity(1 << 26)));
        },
        _ => {}
    }
}
