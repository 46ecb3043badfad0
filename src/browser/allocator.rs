//! The allocator of the npm package: a call needs little memory, and only until Rust returns.

use core::arch::wasm32::{memory_grow, memory_size};
use std::alloc::{GlobalAlloc, Layout};
use std::cell::Cell;
use std::ptr::null_mut;

#[global_allocator]
static ALLOCATOR: Stack = Stack { top: Cell::new(0) };

const PAGE_SIZE: usize = 1 << 16;

/// Blocks one after the other, which are all freed at once.
struct Stack {
    /// The end of the last block; 0 if there is none.
    top: Cell<usize>,
}

#[expect(unsafe_code, reason = "without atomics there is one thread")]
unsafe impl Sync for Stack {}

#[expect(unsafe_code, reason = "the linker sets its address to the end of static data and stack")]
unsafe extern "C" {
    static __heap_base: u8;
}

/// The start of the memory that the allocator manages.
fn base() -> usize {
    &raw const __heap_base as usize
}

#[expect(unsafe_code, reason = "implements an allocator")]
unsafe impl GlobalAlloc for Stack {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let start = self.top.get().max(base()).next_multiple_of(layout.align());
        let Some(end) = start.checked_add(layout.size()) else { return null_mut() };
        let missing_pages = end.div_ceil(PAGE_SIZE).saturating_sub(memory_size(0));
        if missing_pages > 0 && memory_grow(0, missing_pages) == usize::MAX {
            return null_mut();
        }
        self.top.set(end);
        start as *mut u8
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

/// Frees all memory when it is dropped, at the end of an export: nothing on the heap outlives it. The memory is zeroed, so
/// that no username, password or code stays in it.
pub struct Cleared;

impl Drop for Cleared {
    fn drop(&mut self) {
        let top = ALLOCATOR.top.replace(0);
        let mut word = base().next_multiple_of(8);
        while word < top {
            #[expect(unsafe_code, reason = "the memory is the allocator's, and free")]
            // Volatile, so that it is not compiled to a loop over single bytes, as engines without bulk memory need.
            unsafe {
                (word as *mut u64).write_volatile(0);
            }
            word += 8;
        }
    }
}
