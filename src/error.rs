//! Everything that can go wrong, with one variant for each reaction a caller may want.

use std::fmt;

use crate::failure::{Failure, Kind};
use crate::opaque::Opaque;
use crate::reason::Reason;

/// The documented error object: `{"error": {"code", "description", "details"?}}`.
///
/// Source: <https://developers.xsolla.com/api/login/>, "Errors".
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ErrorObject {
    /// Xsolla's code, such as `"003-019"`. A number in the response becomes a string: `"0"`.
    pub code: String,
    /// Xsolla's explanation: always in English, and may change. For developers, not for players. Empty if the response has
    /// none.
    pub description: String,
    /// Xsolla's `details`, unchanged. Absent if the response has none.
    pub details: Option<Opaque>,
}

/// Why a call failed.
///
/// # Examples
/// ```
/// use xsolla_password_reset::{Error, Reason};
///
/// /// The text for the player.
/// fn text_for(error: &Error) -> String {
///     match error {
///         Error::Rejected { reason: Reason::AccountBanned, .. } => "This account is banned.".into(),
///         Error::RateLimited { retry_after_ms: Some(wait_ms), .. } => {
///             format!("Please wait {} seconds.", wait_ms.div_ceil(1000))
///         }
///         Error::Network { offline: true, .. } => "You are offline.".into(),
///         Error::Network { .. } | Error::Timeout { .. } => "No response. Please try again.".into(),
///         _ => "Something went wrong. Please try again later.".into(),
///     }
/// }
///
/// let error = Error::Timeout { timeout_ms: 10_000 };
/// assert_eq!(text_for(&error), "No response. Please try again.");
/// // For logs: a message never contains a username, a code or a password.
/// assert_eq!(error.to_string(), "No response within 10000 ms");
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// Xsolla Login responded with its documented error object.
    Rejected {
        /// HTTP status: 400, 401, 404 or 422 as documented; any other from 400 to 599 too.
        status: u16,
        /// The error object.
        error: ErrorObject,
        /// The meaning of its code.
        reason: Reason,
    },
    /// Too many requests (429): wait before the next one.
    RateLimited {
        /// The error object. Absent if the response has no readable one.
        error: Option<ErrorObject>,
        /// The meaning of its code; [`Reason::TooManyAttempts`] if it is unknown.
        reason: Reason,
        /// How long to wait, in milliseconds, from `Retry-After`. Absent if the header is missing, malformed, or hidden from
        /// the page by CORS.
        retry_after_ms: Option<u64>,
    },
    /// A response that the API does not document: an HTML page, an empty 500, a redirect, a 200.
    UnexpectedResponse {
        /// HTTP status. 0 for a redirect in a browser, which is never followed, and for a value that is not a response.
        status: u16,
    },
    /// No response: the connection failed, or CORS hid the response from the page.
    Network {
        /// Whether the browser reports that it is offline.
        offline: bool,
        /// What `fetch` threw.
        cause: Opaque,
    },
    /// No response within the time limit.
    Timeout {
        /// The time limit that was exceeded, in milliseconds.
        timeout_ms: u32,
    },
    /// The caller's `signal` aborted the call.
    Aborted {
        /// The signal's `reason`.
        cause: Opaque,
    },
}

impl fmt::Display for Error {
    /// Writes a sentence for developers, which names options and rules but never contains their values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for Error {}

impl Error {
    /// The name of the variant in JavaScript: the field `kind`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.describe().0
    }

    /// The sentence that [`Display`](fmt::Display) writes.
    #[must_use]
    pub fn message(&self) -> String {
        self.describe().1
    }

    fn describe(&self) -> (&'static str, String) {
        let failure = match self {
            Self::Rejected { status, error, reason } => {
                Failure { code: Some(&error.code), reason: *reason, ..Failure::new(Kind::Rejected, *status) }
            }
            Self::RateLimited { .. } => Failure::new(Kind::RateLimited, 429),
            Self::UnexpectedResponse { status } => Failure::new(Kind::UnexpectedResponse, *status),
            Self::Network { offline: true, .. } => Failure::new(Kind::Offline, 0),
            Self::Network { .. } => Failure::new(Kind::Network, 0),
            // `error.js` has the same words, because these can happen before Rust is loaded. A native test compares them.
            Self::Timeout { timeout_ms } => {
                return ("timeout", format!("No response within {timeout_ms} ms"));
            }
            Self::Aborted { .. } => return ("aborted", "Aborted by the caller".into()),
        };
        (failure.kind.as_str(), failure.message())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_error_has_a_kind_and_a_message_without_values() {
        let cause = Opaque("TypeError: failed to fetch".into());
        let object = |code: &str| ErrorObject {
            code: code.into(),
            description: "said".into(),
            details: Some(Opaque("more".into())),
        };
        for (error, kind, message) in [
            (
                Error::Rejected { status: 404, error: object("003-019"), reason: Reason::ProjectNotFound },
                "rejected",
                "Xsolla Login rejected the request: 003-019 (project_not_found)",
            ),
            (
                Error::RateLimited {
                    error: Some(object("002-058")),
                    reason: Reason::TooManyAttempts,
                    retry_after_ms: Some(7000),
                },
                "rate_limited",
                "Too many requests",
            ),
            (
                Error::UnexpectedResponse { status: 0 },
                "unexpected_response",
                "Unexpected response: HTTP status 0",
            ),
            (
                Error::UnexpectedResponse { status: 502 },
                "unexpected_response",
                "Unexpected response: HTTP status 502",
            ),
            (
                Error::Network { offline: true, cause: cause.clone() },
                "network",
                "No response: this device is offline",
            ),
            (
                Error::Network { offline: false, cause: cause.clone() },
                "network",
                "No response: the connection failed, an extension, a tracing header or a custom fetch broke the \
                 request, or Allowed origins (CORS) in Publisher Account lacks this page's origin",
            ),
            (Error::Timeout { timeout_ms: 2_147_483_647 }, "timeout", "No response within 2147483647 ms"),
            (Error::Aborted { cause }, "aborted", "Aborted by the caller"),
        ] {
            assert_eq!(error.kind(), kind);
            assert_eq!(error.message(), message);
            assert_eq!(error.to_string(), message);
        }
    }
}
