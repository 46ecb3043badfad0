//! Types for the parameters of the calls. Each accepts exactly what Xsolla Login documents.
//!
//! A value of these types is always valid, because `parse` is the only way to create one.
//!
//! # Examples
//! ```
//! use xsolla_password_reset::input::{Rule, Username};
//!
//! assert_eq!(Username::parse(" John ").map(String::from), Ok("John".into()));
//! assert_eq!(Username::parse(""), Err(Rule::UsernameLength));
//! assert_eq!(Rule::UsernameLength.to_string(), "must have 1 to 255 characters");
//! ```

mod newtype;
mod text;
mod timeout;
mod url;

use std::fmt;

use crate::HAS_POLICIES;
use crate::text::line;

pub(crate) use newtype::Input;
pub use text::{Locale, NewPassword, ProjectId, ResetCode, UserId, Username, VerifyCode};
pub use timeout::Timeout;
pub use url::{BaseUrl, LoginUrl};

/// The check of a text. Not a pointer to a function, because the table of those brings unused functions of js-sys along.
#[derive(Debug, Clone, Copy)]
#[repr(u32)]
pub(crate) enum Check {
    Uuid,
    Username,
    Password,
    Code,
    Locale,
    LoginUrl,
    BaseUrl,
}

impl Check {
    /// Returns the text without what is trimmed, or the rule that it breaks.
    pub(crate) fn run(self, text: &str) -> Result<&str, Rule> {
        match self {
            Self::Uuid => text::uuid(text),
            Self::Username => text::username(text),
            Self::Password => text::new_password(text),
            Self::Code => text::code(text),
            Self::Locale => text::locale(text),
            Self::LoginUrl => url::login_url(text),
            Self::BaseUrl => url::base_url(text),
        }
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident = $word:literal: $text:literal;)*
        @policy: $($(#[$policy_doc:meta])* $policy_variant:ident = $policy_word:literal: $policy_text:literal;)*) => {
        /// A rule that an option can break.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        #[repr(u32)] // Compiles to smaller code than one byte.
        pub enum Rule {
            $($(#[$doc])* $variant,)*
            $($(#[$policy_doc])* $policy_variant,)*
        }

        impl Rule {
            const LINES: &str = if HAS_POLICIES {
                concat!($($word, ":", $text, "\n",)* $($policy_word, ":", $policy_text, "\n"),*)
            } else {
                concat!($($word, ":", $text, "\n"),*)
            };
        }
    };
}

impl Rule {
    /// The word itself, such as `uuid`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        line(Self::LINES, self as usize).0
    }

    /// The rule as the end of a sentence that begins with the option's name.
    pub(crate) fn text(self) -> &'static str {
        line(Self::LINES, self as usize).1
    }
}

rules! {
    /// Absent, or `null`.
    Required = "required": " is required";
    /// Not a string.
    String = "string": " must be a string";
    /// Not an object.
    Object = "object": " must be an object";
    /// Not a function.
    Function = "function": " must be a function";
    /// Not an `AbortSignal`.
    AbortSignal = "abort_signal": " must be an AbortSignal";
    /// Its getter threw.
    Readable = "readable": " could not be read";
    /// Contains a lone surrogate, which cannot be sent.
    WellFormed = "well_formed": " must be well-formed Unicode";
    /// Not a UUID: 8-4-4-4-12 hexadecimal digits in any case.
    Uuid = "uuid": " must be a UUID";
    /// A username's length in Unicode code points, after trimming.
    UsernameLength = "username_length": " must have 1 to 255 characters";
    /// A password's length in Unicode code points.
    PasswordLength = "password_length": " must have 6 to 100 characters";
    /// Empty.
    NotEmpty = "not_empty": " must not be empty";
    /// Contains control characters (Unicode category Cc).
    NoControls = "no_controls": " must not contain control characters";
    /// Contains control characters or whitespace.
    NoSpaces = "no_spaces": " must not contain control characters or whitespace";
    /// No scheme, nothing after it, or (for http and https) no host.
    AbsoluteUrl = "absolute_url": " must be an absolute URL";
    /// A scheme that runs code or reads local data.
    Scheme = "scheme": " must not use javascript:, data:, blob: or file:";
    /// Neither https nor http on this machine.
    Https = "https": " must use https, or http with localhost, 127.0.0.0/8 or [::1]";
    /// Contains credentials, a query or a fragment; only an origin and a path are allowed.
    OriginAndPath = "origin_and_path": " must not have credentials, a query or a fragment";
    /// Not a language and a country, such as `pt_BR`.
    Locale = "locale": " must be a language and a country, such as pt_BR; navigator.language may lack the country";
    /// Not a whole number of milliseconds in the range of a timer.
    Milliseconds = "milliseconds": " must be a whole number from 1 to 2147483647";
    /// Not the name of an option.
    Unknown = "unknown": " is not an option";

    @policy:
    /// Not an array.
    Array = "array": " must be an array";
    /// Not a number of characters.
    Count = "count": " must be a whole number from 0 to 1000";
    /// With it, no password meets the policy.
    Impossible = "impossible": " leaves no possible password";
    /// The password does not meet a requirement of the policy, which the message names.
    PasswordPolicy = "password_policy": " must meet ";
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text().trim_start())
    }
}

impl std::error::Error for Rule {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_the_end_of_a_sentence() {
        assert_eq!(Rule::Uuid.to_string(), "must be a UUID");
    }

    #[test]
    fn typescript_has_the_same_words() {
        let rules: Vec<_> = Rule::LINES.lines().map(|line| line.split(':').next().unwrap()).collect();
        assert_eq!(crate::text::words_in_typescript("Rule"), rules);
    }
}
