//! The functions that JavaScript calls.

#![expect(
    clippy::needless_pass_by_value,
    reason = "the glue for references is larger: it keeps a stack of them"
)]

use js_sys::Promise;
use wasm_bindgen::prelude::*;

use super::exchange;
use super::options::{ParsedOptions, parse_options};
use super::value_queue::ValueQueue;
use crate::endpoint::{CONFIRM, Endpoint, REQUEST};
use crate::error::Error;
use crate::input::TimeoutMs;

#[wasm_bindgen(module = "/src/browser/exchange.js")]
extern "C" {
    /// Resolves or rejects with the outcome of the call, once its exchange is over.
    fn settle(exchange: &Promise, call: PendingCall) -> Promise;

    fn reject(error: &JsValue) -> Promise;
}

/// The option types, for users of this module without the npm package.
#[wasm_bindgen(typescript_custom_section)]
const OPTIONS: &str = include_str!("api.ts");

/// Asks Xsolla Login to email the player a link for a new password.
///
/// Resolves when the request was accepted (204). Acceptance proves neither that an email was delivered nor that the user
/// exists. Rejects with a `PasswordResetError` in every other case. The request is sent once and never retried.
///
/// For a caller that loads this module on the first call: `early` holds the options that it has read already, and `waitedMs`
/// is the part of the time limit that has passed.
#[wasm_bindgen(js_name = requestPasswordReset, unchecked_return_type = "Promise<void>")]
pub fn request_password_reset(
    #[wasm_bindgen(unchecked_param_type = "RequestPasswordResetOptions")] options: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "object")] early: JsValue,
    #[wasm_bindgen(js_name = waitedMs, unchecked_optional_param_type = "number")] waited_ms: u32,
) -> Promise {
    start(&options, &early, waited_ms, &REQUEST)
}

/// Sets a new password with the reset code from the email.
///
/// Resolves when the password was changed (204). Rejects with a `PasswordResetError` in every other case.
///
/// For a caller that loads this module on the first call: `early` holds the options that it has read already, and `waitedMs`
/// is the part of the time limit that has passed.
#[wasm_bindgen(js_name = confirmPasswordReset, unchecked_return_type = "Promise<void>")]
pub fn confirm_password_reset(
    #[wasm_bindgen(unchecked_param_type = "ConfirmPasswordResetOptions")] options: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "object")] early: JsValue,
    #[wasm_bindgen(js_name = waitedMs, unchecked_optional_param_type = "number")] waited_ms: u32,
) -> Promise {
    start(&options, &early, waited_ms, &CONFIRM)
}

fn start(options: &JsValue, early: &JsValue, waited_ms: u32, endpoint: &Endpoint) -> Promise {
    let ParsedOptions { call, transport, issues } = parse_options(options, early, endpoint);
    let exchange = if issues.is_empty() {
        exchange::send(&call, &transport, waited_ms)
    } else {
        Err(Error::InvalidInput { issues })
    };
    match exchange {
        Ok(exchange) => settle(&exchange, PendingCall { timeout: call.timeout }),
        Err(error) => reject(&error.into()),
    }
}

/// A call whose exchange is not over. `exchange.js` holds it in order to call back into this module: it saves 60 bytes of
/// brotli over a closure of wasm-bindgen, and raw exports cannot take JavaScript objects. [`outcome`](Self::outcome)
/// frees it.
#[derive(Debug)]
#[wasm_bindgen(skip_typescript)]
pub struct PendingCall {
    timeout: TimeoutMs,
}

#[wasm_bindgen]
impl PendingCall {
    /// Returns the error that the result of the exchange means, or `undefined` for success.
    #[wasm_bindgen(skip_typescript)]
    pub fn outcome(self, result: ValueQueue) -> JsValue {
        exchange::outcome(&result, self.timeout).map_or_else(Into::into, |()| JsValue::UNDEFINED)
    }
}
