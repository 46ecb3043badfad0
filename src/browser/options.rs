//! The argument of the two calls, as JavaScript gives it: anything at all.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;

use super::exchange::Transport;
use crate::call::{Call, Endpoint, Parameter, Server};
use crate::error::Error;
use crate::input::{BaseUrl, Issue, Rule, TimeoutMs};

/// Reads the argument of a call.
pub fn read(options: &JsValue, endpoint: &Endpoint) -> Result<(Call, Transport), Error> {
    let mut options = Options::new(options);
    let mut call = Call::new(endpoint);
    for parameter in endpoint.parameters {
        if let Some(text) = options.parameter(parameter) {
            call.put(&parameter.place, text);
        }
    }
    let base_url = options.text("baseUrl", BaseUrl::parse);
    let timeout =
        options.value("timeoutMs").map(|value| TimeoutMs::parse(value.as_f64().unwrap_or(f64::NAN)));
    let timeout = timeout.and_then(|timeout| options.keep("timeoutMs", timeout));
    let signal = options
        .value("signal")
        .filter(|signal| options.check("signal", is_signal(signal), Rule::AbortSignal));
    let fetch =
        options.value("fetch").filter(|fetch| options.check("fetch", fetch.is_function(), Rule::Function));
    options.report_unknown();
    if !options.issues.is_empty() {
        return Err(Error::InvalidInput { issues: options.issues });
    }
    call.server = Server { base_url: base_url.unwrap_or_default(), timeout: timeout.unwrap_or_default() };
    let transport = Transport { signal: signal.unwrap_or_default(), fetch: fetch.unwrap_or_default() };
    Ok((call, transport))
}

/// Reads options one by one, once each, and remembers what was wrong with them.
struct Options<'a> {
    given: &'a JsValue,
    known: Vec<&'static str>,
    issues: Vec<Issue>,
}

impl<'a> Options<'a> {
    fn new(given: &'a JsValue) -> Self {
        let mut options = Self { given, known: vec![], issues: vec![] };
        options.check("options", given.is_object(), Rule::Object);
        options
    }

    fn parameter(&mut self, parameter: &Parameter) -> Option<String> {
        let mistakes = self.issues.len();
        let text = self.text(parameter.option, parameter.parse);
        let is_absent = text.is_none() && self.issues.len() == mistakes;
        self.check(parameter.option, !(is_absent && parameter.required), Rule::Required);
        text
    }

    /// Reads a text. Half of a surrogate pair cannot be sent; it arrives here as U+FFFD.
    fn text<T>(&mut self, name: &'static str, parse: fn(&str) -> Result<T, Rule>) -> Option<T> {
        let value = self.value(name)?;
        let parsed = match value.as_string() {
            None => Err(Rule::String),
            Some(text) if text.chars().any(is_replacement) && value != *text => Err(Rule::WellFormed),
            Some(text) => parse(&text),
        };
        self.keep(name, parsed)
    }

    /// Gets an option; `null` counts as absent. The getter may throw.
    fn value(&mut self, name: &'static str) -> Option<JsValue> {
        self.known.push(name);
        if !self.given.is_object() {
            return None;
        }
        let value = Reflect::get(self.given, &name.into()).map_err(|_| Rule::Readable);
        self.keep(name, value).filter(|value| !value.is_null_or_undefined())
    }

    fn keep<T>(&mut self, name: &'static str, value: Result<T, Rule>) -> Option<T> {
        value.map_err(|rule| self.issues.push(Issue::new(name, rule))).ok()
    }

    fn check(&mut self, name: &'static str, holds: bool, rule: Rule) -> bool {
        if !holds {
            self.issues.push(Issue::new(name, rule));
        }
        holds
    }

    /// Reports every option that was given and never asked for.
    fn report_unknown(&mut self) {
        if !self.given.is_object() {
            return;
        }
        match Reflect::own_keys(self.given) {
            Ok(keys) => {
                let names = (0..keys.length()).filter_map(|index| keys.get(index).as_string());
                for name in names.filter(|name| !self.known.contains(&name.as_str())) {
                    self.issues.push(Issue::unknown_option(name, &self.known));
                }
            }
            Err(_) => self.issues.push(Issue::new("options", Rule::Readable)),
        }
    }
}

/// Asked of each character: `contains` would bring Rust's searchers along, more than 1 KB.
fn is_replacement(character: char) -> bool {
    character == char::REPLACEMENT_CHARACTER
}

/// Whether it looks like an `AbortSignal`, of this realm or another.
fn is_signal(value: &JsValue) -> bool {
    Reflect::get(value, &"aborted".into())
        .is_ok_and(|aborted| [true, false].map(JsValue::from).contains(&aborted))
}
