//! What only a browser can do: read options, send, wait, and make errors that JavaScript knows.

#[cfg(feature = "exports")]
mod error;
#[cfg(feature = "exports")]
pub mod exports;
mod fetch;
mod limit;
#[cfg(feature = "exports")]
mod options;
mod response;

use crate::call::{PasswordResetConfirmation, PasswordResetRequest};
use crate::error::Error;
use fetch::Transport;

/// Asks Xsolla Login to e-mail a link for a new password.
///
/// `Ok` means that the request was accepted (204), not that an e-mail was delivered, nor that the user exists.
/// It is sent once and never again by itself: each request may send an e-mail. Dropping the future aborts it.
///
/// # Errors
/// Every failure is an [`Error`]; see its variants.
pub async fn request_password_reset(request: &PasswordResetRequest) -> Result<(), Error> {
    fetch::send(&request.clone().into(), &Transport::default()).await?.into_result()
}

/// Sets a new password with the code from the e-mail.
///
/// # Errors
/// Every failure is an [`Error`]; see its variants.
pub async fn confirm_password_reset(confirmation: &PasswordResetConfirmation) -> Result<(), Error> {
    fetch::send(&confirmation.clone().into(), &Transport::default()).await?.into_result()
}
