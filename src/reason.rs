//! Xsolla's error codes and their meaning, in one table.

macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident = $word:literal: $($code:literal)|*;)*) => {
        /// The meaning of an error `code`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[non_exhaustive]
        #[repr(u32)] // Saves 56 bytes of brotli, with that of `Rule`: the matches compile to smaller tables.
        pub enum Reason {
            $($(#[$doc])* #[cfg_attr(target_arch = "wasm32", serde(rename = $word))] $variant,)*
            /// A code that this version does not know, or whose meaning is not documented.
            #[cfg_attr(target_arch = "wasm32", serde(rename = "unknown"))]
            Unknown,
        }

        impl Reason {
            /// The meaning of `code`.
            #[must_use]
            pub fn of(code: &str) -> Self {
                match code {
                    $($($code)|* => Self::$variant,)*
                    _ => Self::Unknown,
                }
            }

            /// The word itself, such as `project_not_found`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                    Self::Unknown => "unknown",
                }
            }
        }
    };
}

// Sources: "doc", the error codes of Xsolla's Login API reference; "sdk", found only in the source of Xsolla's own SDKs.
reasons! {
    /// A parameter is invalid (doc: 400 and 422 `0`, `002-027`, `002-028`).
    InvalidParameters = "invalid_parameters": "0" | "002-027" | "002-028";
    /// The account is banned (doc: 401).
    AccountBanned = "account_banned": "002-040";
    /// Too many attempts, or the limit of attempts is reached (doc).
    TooManyAttempts = "too_many_attempts": "002-057" | "002-058";
    /// No such user, in a project that reveals it (doc: 404).
    UserNotFound = "user_not_found": "003-002";
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
    /// A captcha is required (sdk).
    CaptchaRequired = "captcha_required": "010-007";
    /// The project has several Callback URLs, so `loginUrl` is required (sdk).
    LoginUrlRequired = "login_url_required": "010-011";
    /// `loginUrl` is not exactly one of the project's Callback URLs (sdk).
    LoginUrlUnknown = "login_url_unknown": "010-012";
}
