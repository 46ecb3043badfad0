//! Asks Xsolla Login to reset a player's password, from a web page or a game launcher.
//!
//! [`request_password_reset`] requests an email with a link for the player, and [`confirm_password_reset`] sets a new
//! password with the code from that link. They exist for wasm32 only, because they call the browser's `fetch`. Each
//! sends one request and never retries it. Dropping the future aborts the request.
//!
//! The types in [`input`] parse the parameters, so a request is valid by construction. Every failure is an [`Error`] to
//! match on.
//!
//! # Examples
//! ```no_run
//! # #[cfg(target_arch = "wasm32")]
//! # mod app {
//! use xsolla_password_reset::input::{ProjectId, Rule, Username};
//! use xsolla_password_reset::{Error, PasswordResetRequest, request_password_reset};
//!
//! /// Parses what the player typed, or returns the rule that it breaks.
//! fn parse_form(username: &str) -> Result<PasswordResetRequest, Rule> {
//!     let project_id = ProjectId::parse("11111111-1111-4111-8111-111111111111")?;
//!     Ok(PasswordResetRequest::new(project_id, Username::parse(username)?))
//! }
//!
//! /// Sends the request, and returns the text for the player.
//! async fn submit(request: &PasswordResetRequest) -> String {
//!     match request_password_reset(request).await {
//!         Ok(()) => "If an account matches, an email with a link is on its way.".into(),
//!         Err(Error::RateLimited { retry_after_ms, .. }) => {
//!             format!("Please wait {} seconds.", retry_after_ms.unwrap_or(60_000).div_ceil(1000))
//!         }
//!         Err(Error::Network { offline: true, .. }) => "You are offline.".into(),
//!         Err(error) => error.to_string(),
//!     }
//! }
//! # }
//! ```
//!
//! # Features
//! `exports`, on by default, adds the functions that JavaScript calls. Disable it in a Rust app: they add to its size.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(feature = "package", allow(dead_code, reason = "the npm package has a build without policies"))]

// A call: `request` reads the options and makes an HTTP request of them, `browser` sends it, and `response` says what the
// response means. The rules for values are in `input`. docs/architecture.md follows a call through these modules.
mod config;
mod error;
mod failure;
mod http;
pub mod input;
mod issues;
mod message;
mod opaque;
mod options;
mod policy;
mod reason;
mod request;
mod response;
mod suggestion;
mod text;

/// Whether this build checks policies. The npm package has one that does not, and loads the other when it is needed.
const HAS_POLICIES: bool = cfg!(any(feature = "policy", not(feature = "package")));

#[cfg(target_arch = "wasm32")]
mod browser;

#[cfg(all(target_arch = "wasm32", not(feature = "package")))]
pub use browser::{confirm_password_reset, request_password_reset};
pub use config::ApiConfig;
pub use error::{Error, ErrorObject};
pub use opaque::Opaque;
pub use policy::{PasswordPolicy, Requirement, Requires};
pub use reason::Reason;
pub use request::{PasswordResetConfirmation, PasswordResetRequest};
pub use suggestion::suggest_mail_address;

/// For the tests of this crate, and exempt from semantic versioning.
#[doc(hidden)]
pub mod internals {
    #[cfg(all(target_arch = "wasm32", feature = "exports"))]
    pub use crate::browser::exports;
    pub use crate::failure::{Failure, Kind};
    pub use crate::http::HttpRequest;
    pub use crate::issues::Issues;
    pub use crate::request::prepare;
    pub use crate::response::*;
}
