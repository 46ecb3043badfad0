//! Errors as JavaScript receives them.

use wasm_bindgen::prelude::*;

use crate::error::Error;
use crate::input::Issue;

#[wasm_bindgen(module = "/src/browser/error.js")]
extern "C" {
    fn describe(
        kind: &str,
        message: &str,
        reason: Option<&str>,
        retry_after_ms: Option<f64>,
        issues: JsValue,
    ) -> JsValue;
}

/// Describes an error to JavaScript, which adds what it has read itself.
pub fn description(error: &Error) -> JsValue {
    let (reason, retry_after_ms, issues) = match error {
        Error::InvalidInput { issues } => (None, None, list(issues)),
        Error::Rejected { reason, .. } => (Some(reason.as_str()), None, JsValue::UNDEFINED),
        Error::RateLimited { reason, retry_after_ms, .. } => {
            (Some(reason.as_str()), *retry_after_ms, JsValue::UNDEFINED)
        }
        _ => (None, None, JsValue::UNDEFINED),
    };
    #[expect(clippy::cast_precision_loss, reason = "it is at most 2^53")]
    describe(error.kind(), &error.message(), reason, retry_after_ms.map(|ms| ms as f64), issues)
}

/// A list of names, rules and messages.
fn list(issues: &[Issue]) -> JsValue {
    let mut list = vec![];
    for Issue { field, rule, message } in issues {
        list.push((&**field, rule.as_str(), message.as_str()));
    }
    serde_wasm_bindgen::to_value(&list).unwrap_or_default()
}
