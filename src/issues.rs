//! What is wrong with the options of a call.

use crate::input::Rule;
use crate::text::{concat, line, push_byte, push_json_field};

/// Options, and the rules that they break. Kept as texts, because nothing but JavaScript reads them.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Issues {
    message: String,
    list: String,
}

impl Issues {
    /// Adds an issue. The details are the end of its message.
    pub fn push(&mut self, field: &str, rule: Rule, details: &[&str]) {
        let message = concat(&[field, rule.text(), &concat(details)]);
        let is_first = self.is_empty();
        self.message.push_str(if is_first { "Nothing was sent: " } else { "; " });
        self.message.push_str(&message);
        push_byte(&mut self.list, if is_first { b'[' } else { b',' });
        let mut issue = String::new();
        for (name, value) in [("field", field), ("rule", rule.as_str()), ("message", &message)] {
            push_json_field(&mut issue, name, value);
        }
        self.list.push_str(&issue);
        push_byte(&mut self.list, b'}');
    }

    /// Adds an issue about an unknown option, which suggests the closest of the known names.
    pub fn push_unknown(&mut self, field: &str, known: &[&str]) {
        match closest_option(field, known) {
            Some(option) => self.push(field, Rule::Unknown, &["; did you mean ", option, "?"]),
            None => self.push(field, Rule::Unknown, &[]),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// A sentence about all issues: names and rules, never values.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// A JSON array, without its closing bracket: of each issue the `field`, the `rule` and the `message`.
    #[must_use]
    pub fn list(&self) -> &str {
        &self.list
    }
}

/// Names that other libraries use, and the options that they mean, both in lower case.
const OTHER_NAMES: &str =
    "email:username\nlogin:username\ncallbackurl:loginurl\nredirecturl:loginurl\nredirecturi:loginurl\n";

/// Finds the option that a misspelt name probably means: the same letters in another case style (`login_url`), a prefix or
/// suffix of it (`timeout`, `abortSignal`), or another library's name for it.
fn closest_option<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let mut letters = String::new();
    for byte in name.bytes().filter(|byte| !b"_-".contains(byte)) {
        push_byte(&mut letters, byte.to_ascii_lowercase());
    }
    let meant = (0..5).map(|number| line(OTHER_NAMES, number)).find(|(other, _)| *other == letters);
    let letters = meant.map_or(letters.as_str(), |(_, option)| option).as_bytes();
    let same = |a: Option<&[u8]>, b: Option<&[u8]>| a.zip(b).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b));
    known.iter().copied().find(|option| {
        // The shorter of the two must be the start or the end of the other.
        let option = option.as_bytes();
        let length = option.len().min(letters.len());
        letters.len() > 3
            && (same(option.get(..length), letters.get(..length))
                || same(option.get(option.len() - length..), letters.get(letters.len() - length..)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    // A sample of the options.
    const KNOWN: &[&str] = &["projectId", "username", "loginUrl", "locale", "timeoutMs", "signal", "fetch"];

    #[test]
    fn an_unknown_option_is_reported_with_the_closest_one() {
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
    }

    #[test]
    fn a_message_names_each_option_and_rule() {
        let mut issues = Issues::default();
        assert!(issues.is_empty());
        issues.push("projectId", Rule::Uuid, &[]);
        issues.push_unknown("login_url", KNOWN);
        issues.push_unknown("a\"b", KNOWN);
        assert!(!issues.is_empty());
        let messages = [
            "projectId must be a UUID",
            "login_url is not an option; did you mean loginUrl?",
            "a\"b is not an option",
        ];
        assert_eq!(issues.message(), format!("Nothing was sent: {}", messages.join("; ")));
        assert_eq!(
            serde_json::from_str::<Value>(&format!("{}]", issues.list())).unwrap(),
            json!([
                { "field": "projectId", "rule": "uuid", "message": messages[0] },
                { "field": "login_url", "rule": "unknown", "message": messages[1] },
                { "field": "a\"b", "rule": "unknown", "message": messages[2] },
            ])
        );
    }
}
