//! What can go wrong, as decisions that a caller can take.

use std::fmt;

use crate::foreign::Foreign;
use crate::input::Issue;
use crate::reason::Reason;
use crate::text::{decimal, join};

/// Why a call did not succeed.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    target_arch = "wasm32",
    derive(tsify::Tsify),
    tsify(rename = "PasswordResetError"),
    serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")
)]
#[non_exhaustive]
pub enum Error {
    /// The options break rules. Nothing was sent.
    InvalidInput {
        /// Every broken rule, in the order of the options.
        issues: Vec<Issue>,
    },
    /// Xsolla Login answered with its documented error object.
    Rejected {
        /// HTTP status: 400, 401, 404 or 422 as documented; any other from 400 to 599 too.
        status: u16,
        /// Xsolla's code, such as `"003-019"`. A number in the answer becomes its digits: `"0"`.
        code: String,
        /// Xsolla's explanation: always English, may change. For developers, not for players.
        description: String,
        /// Xsolla's `details`, untouched. Absent when the answer had none.
        #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "unknown"))]
        details: Option<Foreign>,
        /// What is known of `code`, as a word.
        reason: Reason,
    },
    /// Too many requests (429): wait before asking again.
    RateLimited {
        /// HTTP status, always 429.
        status: u16,
        /// As in `rejected`. Absent when the answer had no readable error object.
        #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
        code: Option<String>,
        /// As in `rejected`. Absent when the answer had no readable error object.
        #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
        description: Option<String>,
        /// As in `rejected`.
        #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "unknown"))]
        details: Option<Foreign>,
        /// What is known of `code`; `too_many_attempts` when nothing is.
        reason: Reason,
        /// How long to wait, in milliseconds, from `Retry-After`. Absent when the header is missing,
        /// unreadable, or hidden from the page by CORS.
        #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "number"))]
        retry_after_ms: Option<u64>,
    },
    /// An answer that the API does not document: an HTML page, an empty 500, a redirect, a 200.
    UnexpectedResponse {
        /// HTTP status. 0 for a redirect in a browser, which is never followed, and for a value that is no response.
        status: u16,
    },
    /// No answer: the connection failed, or CORS hid the answer from the page.
    Network {
        /// Whether the browser knows that it is offline.
        offline: bool,
        /// What `fetch` threw.
        #[cfg_attr(target_arch = "wasm32", serde(skip))]
        cause: Foreign,
    },
    /// No response within the time limit.
    Timeout {
        /// The time limit that was exceeded, in milliseconds.
        timeout_ms: u32,
    },
    /// The caller's `signal` aborted the call.
    Aborted {
        /// The signal's `reason`.
        #[cfg_attr(target_arch = "wasm32", serde(skip))]
        cause: Foreign,
    },
}

impl fmt::Display for Error {
    /// A sentence for developers. It names options and rules, never their values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for Error {}

impl Error {
    /// The word for the variant, which is the field `kind` in JavaScript.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::InvalidInput { .. } => "invalid_input",
            Self::Rejected { .. } => "rejected",
            Self::RateLimited { .. } => "rate_limited",
            Self::UnexpectedResponse { .. } => "unexpected_response",
            Self::Network { .. } => "network",
            Self::Timeout { .. } => "timeout",
            Self::Aborted { .. } => "aborted",
        }
    }

    /// The sentence that [`Display`](fmt::Display) writes.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::InvalidInput { issues } => {
                let mut message = join(&["Nothing was sent"]);
                let mut separator = ": ";
                for issue in issues {
                    message.push_str(separator);
                    message.push_str(&issue.message);
                    separator = "; ";
                }
                message
            }
            Self::Rejected { code, reason, .. } => {
                join(&["Xsolla Login rejected the request: ", code, " (", reason.as_str(), ")"])
            }
            Self::RateLimited { .. } => join(&["Too many requests"]),
            Self::UnexpectedResponse { status } => {
                join(&["Unexpected response: HTTP status ", &decimal(u32::from(*status))])
            }
            Self::Network { offline: true, .. } => join(&["No response: this device is offline"]),
            Self::Network { .. } => join(&[
                "No response: the connection failed, or Allowed origins (CORS) in Publisher Account lacks the \
                    origin of this page",
            ]),
            Self::Timeout { timeout_ms } => join(&["No response within ", &decimal(*timeout_ms), " ms"]),
            Self::Aborted { .. } => join(&["Aborted by the caller"]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Rule;

    #[test]
    fn each_error_has_a_kind_and_a_message_without_values() {
        let cause = Foreign("TypeError: failed to fetch".into());
        let details = Some(Foreign("more".into()));
        for (error, kind, message) in [
            (Error::InvalidInput { issues: vec![] }, "invalid_input", "Nothing was sent"),
            (
                Error::InvalidInput { issues: vec![Issue::new("username", Rule::Required)] },
                "invalid_input",
                "Nothing was sent: username is required",
            ),
            (
                Error::InvalidInput {
                    issues: vec![
                        Issue::new("username", Rule::Required),
                        Issue::new("fetch", Rule::Function),
                        Issue::unknown_option("email".into(), "username"),
                    ],
                },
                "invalid_input",
                "Nothing was sent: username is required; fetch must be a function; \
                 email is not an option; did you mean username?",
            ),
            (
                Error::Rejected {
                    status: 404,
                    code: "003-019".into(),
                    description: "said".into(),
                    details: details.clone(),
                    reason: Reason::ProjectNotFound,
                },
                "rejected",
                "Xsolla Login rejected the request: 003-019 (project_not_found)",
            ),
            (
                Error::RateLimited {
                    status: 429,
                    code: Some("002-058".into()),
                    description: Some("said".into()),
                    details,
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
                "No response: the connection failed, or Allowed origins (CORS) in Publisher Account lacks the \
                 origin of this page",
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
