//! Errors as JavaScript receives them: JSON texts, because each value that crosses on its own takes time.

use wasm_bindgen::prelude::*;

use super::CLOCK;
use crate::failure::{Failure, Kind};
use crate::input::Rule;
use crate::issues::Issues;
use crate::response::{Ended, INVALID_SIGNAL, conclude};
use crate::text::{push_byte, push_decimal, push_json_field, push_json_name};

/// Describes what the options of a call break.
pub fn describe_issues(issues: &Issues) -> JsValue {
    let mut json = String::new();
    push_json_field(&mut json, "kind", "invalid_input");
    push_json_field(&mut json, "message", issues.message());
    push_json_name(&mut json, "issues");
    push_byte(&mut json, b'[');
    json.push_str(issues.list());
    json.push_str("]}");
    to_js(&json)
}

/// Describes what the end of an exchange means: `undefined` for success.
pub fn describe_end(ended: &Ended<'_>) -> JsValue {
    if ended.ending == INVALID_SIGNAL {
        let mut issues = Issues::default();
        issues.push("signal", Rule::AbortSignal);
        return describe_issues(&issues);
    }
    match conclude(ended, CLOCK) {
        Ok(()) => JsValue::UNDEFINED,
        Err(failure) => describe_failure(&failure),
    }
}

/// JavaScript adds what it has read itself.
fn describe_failure(failure: &Failure<'_>) -> JsValue {
    let mut json = String::new();
    push_json_field(&mut json, "kind", failure.kind.as_str());
    push_json_field(&mut json, "message", &failure.message());
    if matches!(failure.kind, Kind::Rejected | Kind::RateLimited) {
        push_json_field(&mut json, "reason", failure.reason.as_str());
    }
    if let Some(milliseconds) = failure.retry_after_ms {
        push_json_name(&mut json, "retryAfterMs");
        push_decimal(&mut json, milliseconds);
    }
    push_byte(&mut json, b'}');
    to_js(&json)
}

/// A text for JavaScript.
pub fn to_js(text: &str) -> JsValue {
    serde_wasm_bindgen::to_value(text).unwrap_or_default()
}
