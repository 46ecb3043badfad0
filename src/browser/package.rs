//! The functions that the npm package calls, one before and one after the exchange.

use wasm_bindgen::prelude::*;

use super::error::description;
use super::{CLOCK, to_list};
use crate::opaque::Opaque;
use crate::request;
use crate::response::{self, Ended};

/// Takes a message of the options. Returns a list of the URL, the JSON body and, if the URL has more parameters, the query; or
/// a description of the error.
#[must_use]
#[wasm_bindgen(skip_typescript)]
pub fn prepare(confirms: bool, message: &[u8]) -> JsValue {
    let _cleared = super::allocator::Cleared;
    #[cfg(feature = "fault-injection")]
    super::fault_injection::inject(message);
    match request::prepare(confirms, message) {
        Ok(request) => to_list(&request).into(),
        Err(error) => description(&error),
    }
}

/// Takes the end of an exchange, as `src/response.rs` documents it. Returns a description of the error, or `undefined` for
/// success.
#[must_use]
#[wasm_bindgen(skip_typescript)]
pub fn conclude(ending: u32, status: u16, message: &[u8]) -> JsValue {
    let _cleared = super::allocator::Cleared;
    #[cfg(feature = "fault-injection")]
    super::fault_injection::inject(message);
    // JavaScript adds the details and the cause itself.
    let cause = Opaque(());
    let ended = Ended { ending, status, message, details: None, cause };
    match response::conclude(ended, CLOCK) {
        Ok(()) => JsValue::UNDEFINED,
        Err(error) => description(&error),
    }
}
