//! The functions that the npm package calls: one before and one after the exchange, and one for a hint.

use wasm_bindgen::prelude::*;

use super::allocator::Cleared;
use super::error::{describe_end, describe_issues};
use super::to_list;
use crate::request;
use crate::response::Ended;

/// Takes a message of the options. Returns a list of the URL, the JSON body and, if the URL has more parameters, the query; or
/// a description of the error.
#[must_use]
#[wasm_bindgen(skip_typescript)]
pub fn prepare(confirms: bool, message: &[u8]) -> JsValue {
    let _cleared = Cleared;
    #[cfg(feature = "fault-injection")]
    super::fault_injection::inject(message);
    let (request, issues) = request::prepare(confirms, message);
    if issues.is_empty() { to_list(&request).into() } else { describe_issues(&issues) }
}

/// Takes the end of an exchange, as `src/response.rs` documents it. Returns a description of the error, or `undefined` for
/// success.
#[must_use]
#[wasm_bindgen(skip_typescript)]
pub fn conclude(ending: u32, status: u16, message: &[u8]) -> JsValue {
    let _cleared = Cleared;
    #[cfg(feature = "fault-injection")]
    super::fault_injection::inject(message);
    describe_end(&Ended { ending, status, message })
}

/// Takes a message of a username. Returns the mail address that was probably meant, or `undefined`.
#[cfg(feature = "policy")]
#[must_use]
#[wasm_bindgen(skip_typescript)]
pub fn suggest(message: &[u8]) -> JsValue {
    let _cleared = Cleared;
    let username = crate::message::Message::new(message).take_string();
    let suggestion = username.and_then(crate::suggestion::suggest_mail_address);
    suggestion.map_or(JsValue::UNDEFINED, |address| super::error::to_js(&address))
}
