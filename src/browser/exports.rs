//! The two calls for JavaScript without the npm package, as wasm-pack builds this crate.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::error::{describe_end, describe_issues};
use super::exchange::{ABORTED, JsEnded, TIMED_OUT, send, to_bytes};
use crate::request::prepare;
use crate::response::Ended;

#[wasm_bindgen(module = "/src/browser/options.js")]
extern "C" {
    #[wasm_bindgen(js_name = readOptions)]
    fn read_options(confirms: bool, argument: &JsValue) -> ReadOptions;

    /// The options of a call, as JavaScript has read them.
    type ReadOptions;

    /// The message for Rust, with what `read_policy` returned, or `undefined`.
    #[wasm_bindgen(method)]
    fn message(this: &ReadOptions, policy: &JsValue) -> String;

    #[wasm_bindgen(method, getter)]
    fn policy(this: &ReadOptions) -> JsValue;

    #[wasm_bindgen(method, getter)]
    fn signal(this: &ReadOptions) -> JsValue;

    #[wasm_bindgen(method, getter)]
    fn fetch(this: &ReadOptions) -> JsValue;
}

#[wasm_bindgen(module = "/src/browser/policy.js")]
extern "C" {
    #[wasm_bindgen(js_name = readPolicy)]
    fn read_policy(policy: &JsValue) -> JsValue;
}

#[wasm_bindgen(module = "/src/browser/error.js")]
extern "C" {
    /// The class of every error that a call rejects with.
    #[wasm_bindgen(js_name = PasswordResetError, reexport)]
    type JsError;

    #[wasm_bindgen(js_name = toError)]
    fn to_error(description: JsValue, ended: Option<&JsEnded>) -> JsValue;

    fn interruption(ended: &JsEnded, timeout_ms: u32) -> JsValue;
}

/// The types of the options and errors, for users of this module without the npm package.
#[wasm_bindgen(typescript_custom_section)]
const OPTIONS: &str = include_str!("api.ts");

#[wasm_bindgen(typescript_custom_section)]
const ERRORS: &str = include_str!("types.ts");

/// Asks Xsolla Login to email the player a link for a new password.
///
/// Resolves when the request was accepted (204). Acceptance proves neither that an email was delivered nor that the user
/// exists. Rejects with a `PasswordResetError` in every other case. One request is sent and never retried.
#[wasm_bindgen(js_name = requestPasswordReset, unchecked_return_type = "Promise<void>")]
pub fn request_password_reset(
    #[wasm_bindgen(unchecked_param_type = "RequestPasswordResetOptions")] options: &JsValue,
) -> Promise {
    start(false, options)
}

/// Sets a new password with the reset code from the email.
///
/// Resolves when the password was changed (204). Rejects with a `PasswordResetError` in every other case.
#[wasm_bindgen(js_name = confirmPasswordReset, unchecked_return_type = "Promise<void>")]
pub fn confirm_password_reset(
    #[wasm_bindgen(unchecked_param_type = "ConfirmPasswordResetOptions")] options: &JsValue,
) -> Promise {
    start(true, options)
}

fn start(confirms: bool, options: &JsValue) -> Promise {
    let options = read_options(confirms, options);
    future_to_promise(async move { call(confirms, &options).await.map(|()| JsValue::UNDEFINED) })
}

async fn call(confirms: bool, options: &ReadOptions) -> Result<(), JsValue> {
    let policy = options.policy();
    let policy = if policy.is_undefined() { policy } else { read_policy(&policy) };
    let (request, issues) = prepare(confirms, &to_bytes(&options.message(&policy)));
    if !issues.is_empty() {
        return Err(to_error(describe_issues(&issues), None));
    }
    let ended = send(&request, &options.signal(), &options.fetch(), confirms).await?;
    if matches!(ended.ending(), TIMED_OUT | ABORTED) {
        return Err(interruption(&ended, request.timeout_ms));
    }
    let message = to_bytes(&ended.message().unwrap_or_default());
    let status = ended.status().unwrap_or_default();
    let description = describe_end(&Ended { ending: ended.ending(), status, message: &message });
    if description.is_undefined() { Ok(()) } else { Err(to_error(description, Some(&ended))) }
}
