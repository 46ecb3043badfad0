//! Reads the options of a call from JavaScript, and collects everything that is wrong with them.

use crate::input::{Check, Input, Rule, Timeout};
use crate::issues::Issues;
use crate::message::{ABSENT, FUNCTION, ILL_FORMED, Message, NUMBER, OBJECT, SIGNAL, STRING, UNREADABLE};
use crate::text::push_byte;

/// The options that have not been read yet, and the issues found so far.
///
/// The message has the argument of the call, then each known option in the order in which they are read here, then the
/// values in a policy, if there is one, and the names of the other properties.
#[derive(Debug)]
pub struct Options<'a> {
    message: Message<'a>,
    /// The names of the options that were read, each with a line break.
    known: String,
    issues: Issues,
}

impl<'a> Options<'a> {
    /// Starts to read a message.
    pub fn new(message: &'a [u8]) -> Self {
        Self { message: Message::new(message), known: String::new(), issues: Issues::default() }
    }

    /// Checks the argument itself.
    pub fn argument(&mut self) {
        self.take("options", OBJECT, Rule::Object, None);
        // The argument is no option, so it is not suggested.
        self.known.clear();
    }

    /// Reads a text that must be given. If there is an issue with it, returns an empty one; the request must then be dropped.
    pub fn required<T: Input>(&mut self, name: &'static str) -> T {
        self.read(name, Some(Rule::Required)).unwrap_or_else(|| T::from_checked(Box::default()))
    }

    /// Reads a text that may be absent.
    pub fn optional<T: Input>(&mut self, name: &'static str) -> Option<T> {
        self.read(name, None)
    }

    /// The values that have not been read yet.
    pub fn rest(&self) -> Message<'a> {
        self.message
    }

    /// Reads an object that may be absent. Its values follow.
    pub fn has_object(&mut self, name: &str) -> bool {
        self.take(name, OBJECT, Rule::Object, None).is_some()
    }

    /// Reads the time limit. JavaScript sends a number in its decimal notation, such as `1.5` or `1e+21`.
    pub fn timeout(&mut self) -> Option<Timeout> {
        let parsed = Timeout::parse(self.take("timeoutMs", NUMBER, Rule::Milliseconds, None)?);
        self.ok_or_report("timeoutMs", parsed)
    }

    /// Checks the options that JavaScript uses itself.
    pub fn signal_and_fetch(&mut self) {
        self.take("signal", SIGNAL, Rule::AbortSignal, None);
        self.take("fetch", FUNCTION, Rule::Function, None);
    }

    /// Reports the unknown options, and returns all issues.
    pub fn finish(mut self) -> Issues {
        while let Some((_, name)) = self.message.take() {
            self.issues.push_unknown(name, &self.known);
        }
        self.issues
    }

    fn read<T: Input>(&mut self, name: &'static str, absent_rule: Option<Rule>) -> Option<T> {
        self.text(name, absent_rule, T::CHECK).map(T::from_checked)
    }

    /// Not generic, so that it is compiled once.
    fn text(&mut self, name: &'static str, absent_rule: Option<Rule>, check: Check) -> Option<Box<str>> {
        let checked = check.run(self.take(name, STRING, Rule::String, absent_rule)?);
        self.ok_or_report(name, checked).map(Into::into)
    }

    /// A number that increases with each issue.
    pub fn reported(&self) -> usize {
        self.issues.list().len()
    }

    /// Adds an issue.
    pub fn report(&mut self, name: &str, rule: Rule) {
        self.issues.push(name, rule);
    }

    /// Adds an issue about a requirement that the password does not meet.
    pub fn report_password(&mut self, requirement: &str) {
        self.issues.push_with("newPassword", Rule::PasswordPolicy, "", requirement);
    }

    fn ok_or_report<T>(&mut self, name: &str, checked: Result<T, Rule>) -> Option<T> {
        match checked {
            Ok(value) => Some(value),
            Err(rule) => {
                self.report(name, rule);
                None
            }
        }
    }

    /// Takes the text of the next value, and remembers the name for suggestions. If the value is not of the expected kind,
    /// reports `rule`, or `absent_rule` if there is none.
    pub fn take(&mut self, name: &str, kind: u32, rule: Rule, absent_rule: Option<Rule>) -> Option<&'a str> {
        self.known.push_str(name);
        push_byte(&mut self.known, b'\n');
        let (found, text) = self.message.take()?;
        let broken = match found {
            _ if found == kind => return Some(text),
            ABSENT => absent_rule,
            UNREADABLE => Some(Rule::Readable),
            ILL_FORMED => Some(Rule::WellFormed),
            _ => Some(rule),
        };
        if let Some(rule) = broken {
            self.report(name, rule);
        }
        None
    }
}
