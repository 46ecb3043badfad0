//! What is wrong with the options of a call.

use crate::input::Rule;
use crate::suggestion::closest_option;
use crate::text::{concat, push_byte, push_json_field};

/// Options, and the rules that they break. Kept as texts, because nothing but JavaScript reads them.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Issues {
    message: String,
    list: String,
}

impl Issues {
    /// Adds an issue.
    pub fn push(&mut self, field: &str, rule: Rule) {
        self.push_with(field, rule, "", "");
    }

    /// Adds an issue. Its message ends with an option that was probably meant, or with a requirement that is not met; both
    /// are empty if there is none.
    pub fn push_with(&mut self, field: &str, rule: Rule, meant: &str, requirement: &str) {
        let [before, after] = if meant.is_empty() { ["", ""] } else { ["; did you mean ", "?"] };
        let message = concat(&[field, rule.text(), before, meant, after, requirement]);
        let is_first = self.is_empty();
        self.message.push_str(if is_first { "Nothing was sent: " } else { "; " });
        self.message.push_str(&message);
        if !is_first {
            push_byte(&mut self.list, b',');
        }
        let mut issue = String::new();
        for (name, value) in [("field", field), ("rule", rule.as_str()), ("message", &message)] {
            push_json_field(&mut issue, name, value);
        }
        if !requirement.is_empty() {
            push_json_field(&mut issue, "requirement", requirement);
        }
        self.list.push_str(&issue);
        push_byte(&mut self.list, b'}');
    }

    /// Adds an issue about an unknown option, which suggests the closest of the known names.
    pub fn push_unknown(&mut self, name: &str, known: &str) {
        self.push_with(name, Rule::Unknown, closest_option(name, known), "");
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

    /// The items of a JSON array: of each issue the `field`, the `rule`, the `message` and, if there is one, the
    /// `requirement`.
    #[must_use]
    pub fn list(&self) -> &str {
        &self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn a_message_names_each_option_and_rule() {
        let mut issues = Issues::default();
        assert!(issues.is_empty());
        issues.push("projectId", Rule::Uuid);
        issues.push_unknown("login_url", "projectId\nloginUrl\n");
        issues.push_unknown("a\"b", "projectId\n");
        assert!(!issues.is_empty());
        let messages = [
            "projectId must be a UUID",
            "login_url is not an option; did you mean loginUrl?",
            "a\"b is not an option",
        ];
        assert_eq!(issues.message(), format!("Nothing was sent: {}", messages.join("; ")));
        assert_eq!(
            serde_json::from_str::<Value>(&format!("[{}]", issues.list())).unwrap(),
            json!([
                { "field": "projectId", "rule": "uuid", "message": messages[0] },
                { "field": "login_url", "rule": "unknown", "message": messages[1] },
                { "field": "a\"b", "rule": "unknown", "message": messages[2] },
            ])
        );
    }
}
