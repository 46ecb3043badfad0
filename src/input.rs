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

use crate::text::{concat, line, push_byte};

pub(crate) use newtype::Input;
pub use text::{Locale, NewPassword, ProjectId, ResetCode, UserId, Username, VerifyCode};
pub use timeout::Timeout;
pub use url::{BaseUrl, LoginUrl};

/// An option, and the rule that it breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Issue {
    /// The option's name, such as `projectId`; `options` for the whole argument.
    pub field: Box<str>,
    /// The broken rule.
    pub rule: Rule,
    /// A sentence for developers: the name and the rule, never the value.
    pub message: String,
}

impl Issue {
    /// Creates an issue whose message names the option and the rule.
    #[must_use]
    pub fn new(field: &str, rule: Rule) -> Self {
        Self::with_suggestion(field, rule, None)
    }

    /// Creates an issue for an unknown option, which suggests the closest of the known names.
    #[must_use]
    pub fn unknown_option(field: &str, known: &[&str]) -> Self {
        Self::with_suggestion(field, Rule::Unknown, closest_option(field, known))
    }

    fn with_suggestion(field: &str, rule: Rule, suggestion: Option<&str>) -> Self {
        let [before, suggestion, after] =
            suggestion.map_or([""; 3], |suggestion| ["; did you mean ", suggestion, "?"]);
        let message = concat(&[field, rule.text(), before, suggestion, after]);
        Self { field: field.into(), rule, message }
    }
}

/// Names that other libraries use, and the options that they mean, both without case.
const OTHER_NAMES: [(&str, &str); 5] = [
    ("email", "username"),
    ("login", "username"),
    ("callbackurl", "loginurl"),
    ("redirecturl", "loginurl"),
    ("redirecturi", "loginurl"),
];

/// Finds the option that a misspelt name probably means: the same letters in another case style (`login_url`), a prefix or
/// suffix of it (`timeout`, `abortSignal`), or another library's name for it.
fn closest_option<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let mut letters = String::new();
    for byte in name.bytes().filter(|byte| !b"_-".contains(byte)) {
        push_byte(&mut letters, byte.to_ascii_lowercase());
    }
    let meant = OTHER_NAMES.iter().find(|(other, _)| *other == letters);
    let letters = meant.map_or(letters.as_str(), |(_, option)| option);
    known.iter().copied().find(|option| {
        // The shorter of the two must be the start or the end of the other.
        let has_same_start = option.bytes().zip(letters.bytes()).all(is_same_letter);
        let has_same_end = option.bytes().rev().zip(letters.bytes().rev()).all(is_same_letter);
        letters.len() > 3 && (has_same_start || has_same_end)
    })
}

fn is_same_letter((a, b): (u8, u8)) -> bool {
    a.eq_ignore_ascii_case(&b)
}

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident = $word:literal: $text:literal;)*) => {
        /// A rule that an option can break.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        #[repr(u32)] // Compiles to smaller code than one byte.
        pub enum Rule {
            $($(#[$doc])* $variant,)*
        }

        impl Rule {
            const LINES: &str = concat!($($word, ":", $text, "\n"),*);
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
    fn text(self) -> &'static str {
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
    Locale = "locale": " must be a language and a country, such as pt_BR";
    /// Not a whole number of milliseconds in the range of a timer.
    Milliseconds = "milliseconds": " must be a whole number from 1 to 2147483647";
    /// Not the name of an option.
    Unknown = "unknown": " is not an option";
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
    fn an_unknown_option_is_reported_with_the_closest_one() {
        // A sample of the options.
        const KNOWN: &[&str] =
            &["projectId", "username", "loginUrl", "locale", "timeoutMs", "signal", "fetch"];
        for (name, closest) in [
            ("login_url", Some("loginUrl")),
            ("LoginURL", Some("loginUrl")),
            ("project-id", Some("projectId")),
            ("projectID", Some("projectId")),
            ("email", Some("username")),
            ("userName", Some("username")),
            ("user", Some("username")),
            ("redirect_uri", Some("loginUrl")),
            ("timeout", Some("timeoutMs")),
            ("abortSignal", Some("signal")),
            ("url", None),
            ("retries", None),
            ("", None),
        ] {
            assert_eq!(closest_option(name, KNOWN), closest, "{name}");
        }
        assert_eq!(
            Issue::unknown_option("login_url", KNOWN).message,
            "login_url is not an option; did you mean loginUrl?"
        );
        assert_eq!(Issue::unknown_option("retries", KNOWN).message, "retries is not an option");
    }

    #[test]
    fn a_message_names_the_option_and_the_rule() {
        let issue = Issue::new("projectId", Rule::Uuid);
        assert_eq!(issue.message, "projectId must be a UUID");
        assert_eq!(Rule::Uuid.to_string(), "must be a UUID");
    }

    #[test]
    fn typescript_has_the_same_words() {
        let rules: Vec<_> = Rule::LINES.lines().map(|line| line.split(':').next().unwrap()).collect();
        assert_eq!(crate::text::words_in_typescript("Rule"), rules);
    }
}
