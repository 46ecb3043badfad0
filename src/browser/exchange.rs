//! The calls from Rust. `exchange.js` does the waiting: for the response, the time limit and the caller's signal.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

use super::{CLOCK, to_list};
use crate::error::{Error, ErrorObject};
use crate::failure::{Failure, Kind};
use crate::http::HttpRequest;
use crate::request::{PasswordResetConfirmation, PasswordResetRequest};
use crate::response::{Ended, conclude};

#[wasm_bindgen(module = "/src/browser/exchange.js")]
extern "C" {
    /// Resolves with how the exchange ended, and never rejects.
    fn exchange(
        request: &Array,
        timeout_ms: u32,
        signal: &JsValue,
        custom_fetch: &JsValue,
        confirms: bool,
    ) -> Promise;
}

#[wasm_bindgen]
extern "C" {
    /// How an exchange ended: `Ended` of `exchange.js`.
    #[derive(Debug)]
    pub type JsEnded;

    #[wasm_bindgen(method, getter)]
    pub fn ending(this: &JsEnded) -> u32;

    #[wasm_bindgen(method, getter)]
    pub fn status(this: &JsEnded) -> Option<u16>;

    #[wasm_bindgen(method, getter)]
    pub fn message(this: &JsEnded) -> Option<String>;

    #[wasm_bindgen(method, getter, js_name = errorObject)]
    fn error_object(this: &JsEnded) -> Option<JsErrorObject>;

    #[wasm_bindgen(method, getter, js_name = rootCause)]
    pub fn cause(this: &JsEnded) -> JsValue;

    /// The documented error object.
    #[derive(Debug)]
    type JsErrorObject;

    #[wasm_bindgen(method, getter)]
    fn description(this: &JsErrorObject) -> String;

    #[wasm_bindgen(method, getter)]
    fn details(this: &JsErrorObject) -> JsValue;
}

// `exchange.js` declares the same numbers, and a native test compares them. JavaScript handles them for the npm package.
pub const TIMED_OUT: u32 = 4;
pub const ABORTED: u32 = 5;

/// Asks Xsolla Login to email the player a link for a new password.
///
/// `Ok` means that the request was accepted (204). It proves neither that an email was delivered nor that the user exists.
/// One request is sent and never retried, because each may send an email. Dropping the future aborts it.
///
/// # Errors
/// Every failure is an [`Error`]; see its variants.
///
/// # Examples
/// ```no_run
/// use xsolla_password_reset::{Error, PasswordResetRequest, request_password_reset};
///
/// /// Sends the request, and returns the text for the player.
/// async fn submit(request: &PasswordResetRequest) -> String {
///     match request_password_reset(request).await {
///         Ok(()) => "If an account matches, an email with a link is on its way.".into(),
///         Err(Error::Network { offline: true, .. }) => "You are offline.".into(),
///         Err(error) => error.to_string(),
///     }
/// }
/// ```
pub async fn request_password_reset(request: &PasswordResetRequest) -> Result<(), Error> {
    run(request.clone().into_http(), false).await
}

/// Sets a new password with the code from the email.
///
/// `Ok` means that the password was changed (204). One request is sent and never retried. Dropping the future aborts it.
///
/// # Errors
/// Every failure is an [`Error`]; see its variants.
///
/// # Examples
/// ```no_run
/// use xsolla_password_reset::{Error, PasswordResetConfirmation, Reason, confirm_password_reset};
///
/// /// Sets the password, and returns the text for the player.
/// async fn submit(confirmation: &PasswordResetConfirmation) -> String {
///     match confirm_password_reset(confirmation).await {
///         Ok(()) => "Your new password is set.".into(),
///         Err(Error::Rejected { reason: Reason::ObjectNotFound, .. }) => "This link no longer works.".into(),
///         Err(error) => error.to_string(),
///     }
/// }
/// ```
pub async fn confirm_password_reset(confirmation: &PasswordResetConfirmation) -> Result<(), Error> {
    run(confirmation.clone().into_http(), true).await
}

async fn run(request: HttpRequest, confirms: bool) -> Result<(), Error> {
    let guard = AbortOnDrop(AbortController::new().map_err(not_sent)?);
    let ended = send(&request, &guard.0.signal(), &JsValue::UNDEFINED, confirms).await.map_err(not_sent)?;
    outcome(&ended, request.timeout_ms)
}

/// Sends a request, and waits for the end of the exchange.
pub async fn send(
    request: &HttpRequest,
    signal: &JsValue,
    fetch: &JsValue,
    confirms: bool,
) -> Result<JsEnded, JsValue> {
    let ended =
        JsFuture::from(exchange(&to_list(request), request.timeout_ms, signal, fetch, confirms)).await?;
    Ok(ended.unchecked_into())
}

/// Returns the outcome of the call.
fn outcome(ended: &JsEnded, timeout_ms: u32) -> Result<(), Error> {
    match ended.ending() {
        TIMED_OUT => Err(Error::Timeout { timeout_ms }),
        ABORTED => Err(Error::Aborted { cause: ended.cause().into() }),
        ending => {
            let message = to_bytes(&ended.message().unwrap_or_default());
            let status = ended.status().unwrap_or_default();
            conclude(&Ended { ending, status, message: &message }, CLOCK)
                .map_err(|failure| to_error(failure, ended))
        }
    }
}

/// Adds to a failure what the platform provides.
fn to_error(failure: Failure<'_>, ended: &JsEnded) -> Error {
    let Failure { kind, status, code, reason, retry_after_ms } = failure;
    let error = code.zip(ended.error_object()).map(|(code, object)| ErrorObject {
        code: code.into(),
        description: object.description(),
        details: Some(object.details()).filter(|details| !details.is_undefined()).map(Into::into),
    });
    match (kind, error) {
        (Kind::Rejected, Some(error)) => Error::Rejected { status, error, reason },
        (Kind::RateLimited, error) => Error::RateLimited { error, reason, retry_after_ms },
        (Kind::Offline | Kind::Network, _) => {
            Error::Network { offline: kind == Kind::Offline, cause: ended.cause().into() }
        }
        _ => Error::UnexpectedResponse { status },
    }
}

/// The bytes of a binary text: one for each character.
pub fn to_bytes(binary: &str) -> Vec<u8> {
    binary.chars().filter_map(|character| u8::try_from(character).ok()).collect()
}

/// The error for a request that could not be sent.
fn not_sent(cause: JsValue) -> Error {
    Error::Network { offline: false, cause: cause.into() }
}

struct AbortOnDrop(AbortController);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}
