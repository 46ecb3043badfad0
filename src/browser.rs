//! Everything that needs a JavaScript host: reading options, sending, and creating JavaScript errors.

#[cfg(all(feature = "exports", not(target_feature = "atomics")))]
mod allocator;
#[cfg(feature = "exports")]
mod error;
mod exchange;
#[cfg(feature = "exports")]
pub mod exports;
#[cfg(feature = "fault-injection")]
mod fault_injection;
#[cfg(feature = "exports")]
mod options;
mod value_queue;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

use crate::endpoint::Call;
use crate::error::Error;
use crate::request::{PasswordResetConfirmation, PasswordResetRequest};
use exchange::Transport;

/// Asks Xsolla Login to email the player a link for a new password.
///
/// `Ok` means that the request was accepted (204). It proves neither that an email was delivered nor that the user exists.
/// The request is sent once and never retried, because each one may send an email. Dropping the future aborts it.
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
    run(request.clone().into()).await
}

/// Sets a new password with the code from the email.
///
/// `Ok` means that the password was changed (204). The request is sent once and never retried. Dropping the future aborts
/// it.
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
    run(confirmation.clone().into()).await
}

async fn run(call: Call) -> Result<(), Error> {
    let guard = AbortOnDrop(AbortController::new().map_err(not_sent)?);
    let transport = Transport { signal: guard.0.signal().into(), ..Transport::default() };
    let result = JsFuture::from(exchange::send(&call, &transport, 0)?).await;
    exchange::outcome(&result.map_err(not_sent)?.unchecked_into(), call.timeout)
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
