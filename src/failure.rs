//! What a call that failed says of it.

use crate::reason::Reason;
use crate::text::{concat, line, push_decimal};

/// Why a call failed, as far as Rust decides it. An [`Error`](crate::Error) also has what the platform provides; the npm
/// package adds that in JavaScript, and the values of an `Error`, moved about, would be 300 bytes more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Failure<'a> {
    /// What failed.
    pub kind: Kind,
    /// HTTP status; 0 without a response.
    pub status: u16,
    /// The code of the documented error object, if there is one.
    pub code: Option<&'a str>,
    /// The meaning of the code.
    pub reason: Reason,
    /// How long to wait before the next request, in milliseconds.
    pub retry_after_ms: Option<u64>,
}

impl Failure<'_> {
    /// Creates one without an error object.
    #[must_use]
    pub const fn new(kind: Kind, status: u16) -> Self {
        Self { kind, status, code: None, reason: Reason::Unknown, retry_after_ms: None }
    }

    /// A sentence for developers, without values that a player entered.
    #[must_use]
    pub fn message(&self) -> String {
        let sentence = line(Kind::LINES, self.kind as usize).1;
        if self.kind == Kind::Rejected {
            return concat(&[sentence, self.code.unwrap_or_default(), " (", self.reason.as_str(), ")"]);
        }
        let mut message = concat(&[sentence]);
        if self.kind == Kind::UnexpectedResponse {
            push_decimal(&mut message, u64::from(self.status));
        }
        message
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $word:literal: $($sentence:literal)*;)*) => {
        /// The kind of a failure, with its word in JavaScript and the beginning of its message.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u32)] // Compiles to smaller code than one byte.
        pub enum Kind {
            $($(#[$doc])* $variant,)*
        }

        impl Kind {
            const LINES: &str = concat!($($word, ":", $($sentence,)* "\n"),*);
        }
    };
}

impl Kind {
    /// The word itself, such as `rejected`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        line(Self::LINES, self as usize).0
    }
}

kinds! {
    /// The documented error object.
    Rejected = "rejected": "Xsolla Login rejected the request: ";
    /// Too many requests.
    RateLimited = "rate_limited": "Too many requests";
    /// A response that is not documented.
    UnexpectedResponse = "unexpected_response": "Unexpected response: HTTP status ";
    /// No response, and the browser reports that it is offline.
    Offline = "network": "No response: this device is offline";
    /// No response.
    Network = "network": "No response: the connection failed, an extension, a tracing header or a custom fetch broke the "
        "request, or Allowed origins (CORS) in Publisher Account lacks this page's origin";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typescript_has_the_same_words() {
        for line in Kind::LINES.lines() {
            let word = line.split(':').next().unwrap();
            assert!(include_str!("browser/types.ts").contains(&format!("  kind: \"{word}\";")), "{word}");
        }
    }
}
