//! The argument of the two calls, as JavaScript gives it: anything at all.

use wasm_bindgen::prelude::*;

use super::exchange::Transport;
use super::values::Values;
use crate::call::{Call, Endpoint, Parameter};
use crate::input::{Issue, Rule, TimeoutMs};

#[wasm_bindgen(module = "/js/read.js")]
extern "C" {
    fn read(options: &JsValue, names: &str) -> Values;
}

/// A call as it was asked for.
pub struct Asked {
    /// What was given for it.
    pub call: Call,
    /// What was lent for it.
    pub transport: Transport,
    /// What was wrong. If anything was, the call is not to be sent.
    pub issues: Vec<Issue>,
}

/// Reads the argument of a call.
pub fn read_options(given: &JsValue, endpoint: &Endpoint) -> Asked {
    let mut options = Options { found: read(given, endpoint.options), issues: vec![] };
    options.is("options", OBJECT, Rule::Object, None);
    let mut call = Call::new(endpoint);
    for parameter in endpoint.parameters {
        if let Some(text) = options.text(parameter) {
            call.put(&parameter.place, text);
        }
    }
    if options.is("timeoutMs", NUMBER, Rule::Milliseconds, None) {
        let timeout = TimeoutMs::parse(options.found.number());
        call.timeout = options.keep("timeoutMs", timeout).unwrap_or_default();
    }
    let transport = Transport {
        signal: options.lent("signal", SIGNAL, Rule::AbortSignal),
        fetch: options.lent("fetch", FUNCTION, Rule::Function),
    };
    while let Some(name) = options.found.text() {
        options.issues.push(Issue::unknown_option(name, endpoint.options));
    }
    Asked { call, transport, issues: options.issues }
}

// What a value is; `js/read.js` knows these numbers.
const ABSENT: u8 = 0;
const UNREADABLE: u8 = 1;
const ILL_FORMED: u8 = 2;
const OBJECT: u8 = 3;
const STRING: u8 = 4;
const NUMBER: u8 = 5;
const FUNCTION: u8 = 6;
const SIGNAL: u8 = 7;

/// Takes options out one by one, and remembers what was wrong with them.
struct Options {
    found: Values,
    issues: Vec<Issue>,
}

impl Options {
    fn text(&mut self, parameter: &Parameter) -> Option<String> {
        let Parameter { option, required, format, .. } = parameter;
        if !self.is(option, STRING, Rule::String, required.then_some(Rule::Required)) {
            return None;
        }
        let text = format.parse(&self.found.text()?);
        self.keep(option, text)
    }

    /// What is lent for the exchange, as it is; `undefined` if there is none that can be used.
    fn lent(&mut self, name: &'static str, kind: u8, rule: Rule) -> JsValue {
        if self.is(name, kind, rule, None) {
            self.found.value().unwrap_or_default()
        } else {
            JsValue::UNDEFINED
        }
    }

    /// Whether the next one is what it must be. If not, it is skipped, and the rule that it breaks is kept: `rule` if it
    /// is something else, `absent` if it is not there.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is one of the numbers above"
    )]
    fn is(&mut self, name: &'static str, kind: u8, rule: Rule, absent: Option<Rule>) -> bool {
        let found = self.found.number() as u8;
        if found == kind {
            return true;
        }
        self.found.value();
        let broken = match found {
            ABSENT => absent,
            UNREADABLE => Some(Rule::Readable),
            ILL_FORMED => Some(Rule::WellFormed),
            _ => Some(rule),
        };
        if let Some(rule) = broken {
            self.issues.push(Issue::new(name, rule));
        }
        false
    }

    fn keep<T>(&mut self, name: &'static str, value: Result<T, Rule>) -> Option<T> {
        value.map_err(|rule| self.issues.push(Issue::new(name, rule))).ok()
    }
}
