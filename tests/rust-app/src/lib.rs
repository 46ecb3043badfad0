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

/// How many allocations the app's allocator has made.
#[wasm_bindgen]
pub fn allocations() -> usize {
    ALLOCATIONS.load(Ordering::Relaxed)
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
