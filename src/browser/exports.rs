//! What JavaScript calls.

use std::alloc::{GlobalAlloc, Layout};

use js_sys::Promise;
use lol_alloc::{AssumeSingleThreaded, FreeListAllocator};
use wasm_bindgen::prelude::*;

use super::exchange;
use super::options::{Asked, read_options};
use super::values::Values;
use crate::call::{CONFIRM, Endpoint, REQUEST};
use crate::error::Error;

/// A small allocator, for the little that a call needs. Only in a module of ours: a library may not choose one for the
/// program that it is part of.
#[cfg(not(target_feature = "atomics"))]
#[global_allocator]
#[expect(unsafe_code, reason = "without atomics there is one thread")]
static ALLOCATOR: Forgetful = Forgetful(unsafe { AssumeSingleThreaded::new(FreeListAllocator::new()) });

/// Overwrites what is freed, so that no name, password or code stays behind, whoever made a copy of it.
#[cfg(not(target_feature = "atomics"))]
struct Forgetful(AssumeSingleThreaded<FreeListAllocator>);

#[cfg(not(target_feature = "atomics"))]
#[expect(unsafe_code, reason = "an allocator is; it does what the one inside does")]
unsafe impl GlobalAlloc for Forgetful {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe { self.0.alloc(layout) }
    }

    // `realloc` is left as it is by default: it takes new memory and frees the old.
    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        unsafe {
            memory.write_bytes(0, layout.size());
            self.0.dealloc(memory, layout);
        }
    }
}

/// The options' types, for those who use the module without the npm package.
#[wasm_bindgen(typescript_custom_section)]
const OPTIONS: &str = include_str!("../../js/options.ts");

/// Asks Xsolla Login to e-mail the player a link to the form for a new password.
///
/// Resolves when the request was accepted (204): not proof that an e-mail was delivered, nor that the user exists.
/// Rejects with a `PasswordResetError` in every other case. Sent once, never repeated by itself.
#[wasm_bindgen(js_name = requestPasswordReset, unchecked_return_type = "Promise<void>")]
pub fn request_password_reset(
    #[wasm_bindgen(unchecked_param_type = "RequestPasswordResetOptions")] options: &JsValue,
) -> Promise {
    settle(options, &REQUEST)
}

/// Sets a new password with the reset code from the e-mail.
///
/// Resolves when the password was changed (204). Rejects with a `PasswordResetError` in every other case.
#[wasm_bindgen(js_name = confirmPasswordReset, unchecked_return_type = "Promise<void>")]
pub fn confirm_password_reset(
    #[wasm_bindgen(unchecked_param_type = "ConfirmPasswordResetOptions")] options: &JsValue,
) -> Promise {
    settle(options, &CONFIRM)
}

/// Reads how an exchange ended, for `js/exchange.js`: `undefined` for success, or the error.
#[must_use]
#[wasm_bindgen(skip_typescript)]
pub fn outcome(ending: &Values) -> JsValue {
    exchange::outcome(ending).map_or_else(Into::into, |()| JsValue::UNDEFINED)
}

/// A promise of the outcome.
fn settle(options: &JsValue, endpoint: &Endpoint) -> Promise {
    let Asked { call, transport, issues } = read_options(options, endpoint);
    let sent = if issues.is_empty() {
        exchange::send(&call, &transport)
    } else {
        Err(Error::InvalidInput { issues })
    };
    match sent {
        Ok(exchange) => exchange::settled(&exchange, &wasm_bindgen::exports()),
        Err(error) => exchange::rejected(&error.into()),
    }
}
