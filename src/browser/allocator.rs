//! A small allocator, because a call needs little memory. Saves 2.5 KB of brotli over Rust's own.

use core::arch::wasm32::{memory_grow, memory_size};
use std::alloc::{GlobalAlloc, Layout};
use std::cell::Cell;
use std::ptr::null_mut;

#[global_allocator]
static ALLOCATOR: SizeClasses = SizeClasses { top: Cell::new(0), free: [const { Cell::new(0) }; 32] };

const PAGE_SIZE: usize = 1 << 16;
/// The smallest size, and the alignment of every block.
const MIN_SIZE: usize = 16;

/// Blocks whose sizes are powers of two. A freed block is zeroed, so that no username, password or code stays in memory,
/// and reused for the next allocation of its size: it holds the address of the previously freed block of that size.
struct SizeClasses {
    /// The start of the memory that was never allocated; 0 before the first allocation.
    top: Cell<usize>,
    /// The last freed block of each size, by the exponent of the size; 0 if there is none.
    free: [Cell<usize>; 32],
}

#[expect(unsafe_code, reason = "without atomics there is one thread")]
unsafe impl Sync for SizeClasses {}

#[expect(unsafe_code, reason = "the linker sets its address to the end of static data and stack")]
unsafe extern "C" {
    static __heap_base: u8;
}

impl SizeClasses {
    #[expect(clippy::indexing_slicing, reason = "the exponent of a 32-bit size is below 32")]
    fn size_class(&self, layout: Layout) -> (usize, &Cell<usize>) {
        let size = layout.size().max(MIN_SIZE).next_power_of_two();
        (size, &self.free[size.trailing_zeros() as usize & 31])
    }

    /// Takes memory that was never allocated; `None` if the engine refuses to grow the memory.
    fn extend(&self, size: usize) -> Option<usize> {
        let start = match self.top.get() {
            0 => (&raw const __heap_base as usize).next_multiple_of(MIN_SIZE),
            top => top,
        };
        let end = start.checked_add(size)?;
        let missing_pages = end.div_ceil(PAGE_SIZE).saturating_sub(memory_size(0));
        if missing_pages > 0 && memory_grow(0, missing_pages) == usize::MAX {
            return None;
        }
        self.top.set(end);
        Some(start)
    }
}

#[expect(unsafe_code, reason = "implements an allocator")]
#[expect(clippy::cast_ptr_alignment, reason = "every block is aligned to 16 bytes")]
unsafe impl GlobalAlloc for SizeClasses {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let (size, free) = self.size_class(layout);
        match free.get() {
            _ if layout.align() > MIN_SIZE => null_mut(),
            0 => self.extend(size).unwrap_or_default() as *mut u8,
            block => {
                free.set(unsafe { *(block as *const usize) });
                block as *mut u8
            }
        }
    }

    // The default `realloc` copies to a new block and frees the old one, which zeroes it.
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        let (_, free) = self.size_class(layout);
        unsafe {
            block.write_bytes(0, layout.size());
            *block.cast::<usize>() = free.replace(block as usize);
        }
    }
}
