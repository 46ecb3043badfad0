//! Xsolla's error codes and their meaning, in one table.

use crate::text::{line, split};

macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident = $word:literal: $($code:literal)|*;)*) => {
        /// The meaning of an error `code`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        #[repr(u32)] // Compiles to smaller code than one byte.
        pub enum Reason {
            $($(#[$doc])* $variant,)*
            /// A code that this version does not know, or whose meaning is not documented.
            Unknown,
        }

        impl Reason {
            const LINES: &str = concat!($($word, ":", $($code, " ",)* "\n",)* "unknown:\n");

            const ALL: &[Self] = &[$(Self::$variant,)*];
        }
    };
}

impl Reason {
    /// The meaning of `code`.
    #[must_use]
    pub fn of(code: &str) -> Self {
        let has_code = |reason: &&Self| {
            let mut codes = line(Self::LINES, **reason as usize).1;
            while !codes.is_empty() {
                let (first, others) = split(codes, b" ");
                if first == code {
                    return true;
                }
                codes = others;
            }
            false
        };
        Self::ALL.iter().find(has_code).copied().unwrap_or(Self::Unknown)
    }

    /// The word itself, such as `project_not_found`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        line(Self::LINES, self as usize).0
    }
}

// Sources: "doc", the error codes of Xsolla's Login API reference; "sdk", found only in the source of Xsolla's own SDKs;
// "kit", the guide for agents in `xsolla/xsolla-ai-kit`, which has words as codes.
reasons! {
    /// A parameter is invalid (doc: 400 and 422 `0`, `002-027`, `002-028`; 422 `002-050` has no text there).
    InvalidParameters = "invalid_parameters": "0" | "002-027" | "002-028" | "002-050";
    /// The account is banned (doc: 401).
    AccountBanned = "account_banned": "002-040";
    /// Too many attempts, or the limit of attempts is reached (doc, kit).
    TooManyAttempts = "too_many_attempts": "002-057" | "002-058" | "BruteForceLimit" | "RateLimitExceeded";
    /// Wrong username or password (doc: 401).
    WrongCredentials = "wrong_credentials": "003-001";
    /// No such user, in a project that reveals it (doc: 404; kit).
    UserNotFound = "user_not_found": "003-002" | "LongIdentifierNotFound";
    /// The account is not confirmed yet (doc: 401).
    AccountNotConfirmed = "account_not_confirmed": "003-007";
    /// No project has this `projectId` (doc: 404).
    ProjectNotFound = "project_not_found": "003-019";
    /// The call is not available for this project (doc: 422).
    CallUnavailable = "call_unavailable": "003-020";
    /// The project's settings are wrong (doc: 422).
    ProjectMisconfigured = "project_misconfigured": "003-022";
    /// The project does not allow password resets (sdk).
    ResetNotAllowed = "reset_not_allowed": "003-024";
    /// Something the request names does not exist, such as a used reset code (doc: 404).
    ObjectNotFound = "object_not_found": "003-061";
    /// A captcha is required (sdk, kit).
    CaptchaRequired = "captcha_required": "010-007" | "CaptchaRequired";
    /// The project has several Callback URLs, so `loginUrl` is required (sdk).
    LoginUrlRequired = "login_url_required": "010-011";
    /// `loginUrl` is not exactly one of the project's Callback URLs (sdk).
    LoginUrlUnknown = "login_url_unknown": "010-012";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_has_its_reason() {
        for reason in Reason::ALL {
            let codes = line(Reason::LINES, *reason as usize).1;
            assert!(!codes.is_empty());
            for code in codes.split_ascii_whitespace() {
                assert_eq!(Reason::of(code), *reason, "{code}");
            }
        }
        for code in ["", " ", "003", "003-0199", "project_not_found", "0 002-027", "\n", ":"] {
            assert_eq!(Reason::of(code), Reason::Unknown, "{code:?}");
        }
    }

    #[test]
    fn typescript_has_the_same_words() {
        let reasons: Vec<_> =
            Reason::ALL.iter().chain([&Reason::Unknown]).map(|reason| reason.as_str()).collect();
        assert_eq!(crate::text::words_in_typescript("Reason"), reasons);
    }
}
