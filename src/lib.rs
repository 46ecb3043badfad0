//! Ask Xsolla Login to reset a player's password, from a web page or a game launcher.
//!
//! A call flows one way: strings become a valid request ([`input`]), the request is spelled as the API
//! does ([`call`]), it is sent (`browser`), and the answer becomes a result ([`answer`], [`Error`]).
//! All but `browser` is plain Rust.
//!
//! # From Rust
//! A web app in Rust calls `request_password_reset` and `confirm_password_reset`, which exist for wasm32. Values are
//! parsed first, so that a request that exists is valid; every failure is an [`Error`] to match on. Dropping the
//! future aborts the call. `examples/rust_app.rs` is a whole program. Without the default feature `exports`, what
//! JavaScript calls is left out.

pub mod answer;
pub mod call;
mod error;
mod foreign;
pub mod input;
mod reason;
mod text;

#[cfg(target_arch = "wasm32")]
mod browser;

#[cfg(all(target_arch = "wasm32", feature = "exports"))]
pub use browser::exports;
#[cfg(target_arch = "wasm32")]
pub use browser::{confirm_password_reset, request_password_reset};
pub use call::{PasswordResetConfirmation, PasswordResetRequest, Server};
pub use error::Error;
pub use foreign::Foreign;
pub use reason::Reason;
