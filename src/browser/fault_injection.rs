//! Deliberate faults, for tests of the recovery. Compiled only with the feature `fault-injection`, never released.

use std::hint::black_box;

/// Causes the fault that a message names, if it names one.
pub fn inject(message: &[u8]) {
    let message = String::from_utf8_lossy(message);
    if message.contains("provoke: unreachable") {
        core::arch::wasm32::unreachable();
    }
    if message.contains("provoke: out of memory") {
        // In chunks, until the engine refuses to grow the memory.
        loop {
            std::mem::forget(black_box(Vec::<u8>::with_capacity(1 << 26)));
        }
    }
}
