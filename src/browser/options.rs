//! Parses the options argument, which can be any JavaScript value.

use wasm_bindgen::prelude::*;

use super::exchange::Transport;
use super::value_queue::ValueQueue;
use crate::endpoint::{Call, Endpoint, Parameter};
use crate::input::{Issue, Rule, TimeoutMs};

#[wasm_bindgen(module = "/src/browser/options.js")]
extern "C" {
    #[wasm_bindgen(js_name = readOptions)]
    fn read_options(argument: &JsValue, names: &str, early: &JsValue) -> ValueQueue;
}

// The kind of a value. `options.js` declares the same numbers, and a native test compares them.
const ABSENT: u32 = 0;
const UNREADABLE: u32 = 1;
const ILL_FORMED: u32 = 2;
const OBJECT: u32 = 3;
const STRING: u32 = 4;
const NUMBER: u32 = 5;
const FUNCTION: u32 = 6;
const SIGNAL: u32 = 7;

/// The parsed argument of a call.
pub struct ParsedOptions {
    pub call: Call,
    pub transport: Transport,
    /// If there are any, the call must not be sent.
    pub issues: Vec<Issue>,
}

/// Parses the argument of a call. `early` holds the options that have been read already, or is `undefined`.
pub fn parse_options(argument: &JsValue, early: &JsValue, endpoint: &Endpoint) -> ParsedOptions {
    let mut options =
        Options { values: read_options(argument, endpoint.option_names, early), issues: vec![] };
    if options.take_kind("options", OBJECT, Rule::Object, None) {
        options.values.take_value();
    }
    let mut call = Call::new(endpoint);
    for parameter in endpoint.parameters {
        if let Some(text) = options.take_text(parameter) {
            call.set(parameter, text);
        }
    }
    if options.take_kind("timeoutMs", NUMBER, Rule::Milliseconds, None) {
        let timeout = TimeoutMs::parse(options.values.take_number());
        call.timeout = options.ok_or_report("timeoutMs", timeout).unwrap_or_default();
    }
    let transport = Transport {
        signal: options.take_value("signal", SIGNAL, Rule::AbortSignal),
        fetch: options.take_value("fetch", FUNCTION, Rule::Function),
    };
    while let Some(name) = options.values.take_text() {
        options.issues.push(Issue::unknown_option(name, endpoint.option_names));
    }
    ParsedOptions { call, transport, issues: options.issues }
}

/// The remaining values, and the issues found so far.
struct Options {
    values: ValueQueue,
    issues: Vec<Issue>,
}

impl Options {
    /// Takes a parameter's text and parses it.
    fn take_text(&mut self, parameter: &Parameter) -> Option<String> {
        let Parameter { option, required, parser, .. } = parameter;
        if !self.take_kind(option, STRING, Rule::String, required.then_some(Rule::Required)) {
            return None;
        }
        let text = parser.parse(&self.values.take_text()?);
        self.ok_or_report(option, text)
    }

    /// Takes a value without conversion; returns `undefined` if it is absent or of another kind.
    fn take_value(&mut self, name: &'static str, kind: u32, rule: Rule) -> JsValue {
        if self.take_kind(name, kind, rule, None) { self.values.take_value() } else { JsValue::UNDEFINED }
    }

    /// Takes the kind of the next value, and returns whether it is the expected one. If not, skips the value and reports
    /// `rule`, or `absent_rule` if there is no value.
    fn take_kind(&mut self, name: &'static str, kind: u32, rule: Rule, absent_rule: Option<Rule>) -> bool {
        let found = self.values.take_integer();
        if found == kind {
            return true;
        }
        self.values.take_value();
        let broken = match found {
            ABSENT => absent_rule,
            UNREADABLE => Some(Rule::Readable),
            ILL_FORMED => Some(Rule::WellFormed),
            _ => Some(rule),
        };
        if let Some(rule) = broken {
            self.issues.push(Issue::new(name, rule));
        }
        false
    }

    fn ok_or_report<T>(&mut self, name: &'static str, parsed: Result<T, Rule>) -> Option<T> {
        parsed.map_err(|rule| self.issues.push(Issue::new(name, rule))).ok()
    }
}
