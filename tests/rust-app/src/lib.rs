//! An app that uses the crate with its default features, and chooses its own allocator. It would not compile if the crate
//! chose one.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use wasm_bindgen::prelude::*;
use xsolla_password_reset::PasswordResetRequest;

/// The system's allocator, which counts.
struct Counting;

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static ALLOCATOR: Counting = Counting;

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        unsafe { System.dealloc(block, layout) }
    }
}

/// A type with more than the usual alignment.
#[repr(align(64))]
struct Aligned(u8);

/// The address of an aligned value on the heap.
#[wasm_bindgen]
pub fn aligned_address() -> usize {
    let value = std::hint::black_box(Box::new(Aligned(1)));
    let address = &raw const *value as usize;
    address + usize::from(value.0 - 1)
}

/// How many allocations the app's allocator has made.
#[wasm_bindgen]
pub fn allocations() -> usize {
    ALLOCATIONS.load(Ordering::Relaxed)
}

/// The pages of memory that a block of 33 MiB adds.
#[wasm_bindgen]
pub fn pages_for_33_mib() -> usize {
    let before = core::arch::wasm32::memory_size(0);
    std::hint::black_box(vec![1_u8; 33 << 20]);
    core::arch::wasm32::memory_size(0) - before
}

/// The rule that a username breaks.
#[wasm_bindgen]
pub fn rule_of(username: &str) -> Option<String> {
    let project_id = "11111111-1111-4111-8111-111111111111".parse().ok()?;
    match username.parse() {
        Ok(username) => {
            let _ = PasswordResetRequest::new(project_id, username);
            None
        }
        Err(rule) => Some(rule.to_string()),
    }
}
