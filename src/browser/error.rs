//! Errors as JavaScript knows them.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::error::Error;
use crate::foreign::Foreign;
use crate::input::Issue;
use crate::reason::Reason;

#[wasm_bindgen(module = "/js/error.js")]
extern "C" {
    /// The class that every failure is an instance of, in `js/error.js`.
    #[wasm_bindgen(js_name = PasswordResetError, reexport)]
    type JsPasswordResetError;

    #[wasm_bindgen(constructor, js_class = PasswordResetError)]
    fn new(message: &str, fields: &Fields, cause: JsValue) -> JsPasswordResetError;

    fn issue(field: &str, rule: &str, message: &str) -> JsValue;
}

#[wasm_bindgen]
extern "C" {
    /// A plain object.
    #[wasm_bindgen(js_name = Object)]
    type Fields;

    #[wasm_bindgen(constructor, js_class = Object)]
    fn new() -> Fields;

    #[wasm_bindgen(method, indexing_setter)]
    fn set(this: &Fields, name: &str, value: &JsValue);

    #[wasm_bindgen(method, indexing_setter)]
    fn set_text(this: &Fields, name: &str, value: &str);

    #[wasm_bindgen(method, indexing_setter)]
    fn set_number(this: &Fields, name: &str, value: f64);
}

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        let message = error.message();
        let fields = fields(&error);
        let cause = match error {
            Error::Network { cause, .. } | Error::Aborted { cause } => cause.0,
            _ => JsValue::UNDEFINED,
        };
        JsPasswordResetError::new(&message, &fields, cause).into()
    }
}

/// What an error tells beside its message and its cause.
fn fields(error: &Error) -> Fields {
    match error {
        Error::InvalidInput { issues } => {
            let fields = Fields::of_kind("invalid_input");
            let issues =
                issues.iter().map(|Issue { field, rule, message }| issue(field, rule.as_str(), message));
            fields.set("issues", &issues.collect::<Array>().into());
            fields
        }
        Error::Rejected { status, code, description, details, reason } => {
            refusal("rejected", *status, Some(code), Some(description), details.as_ref(), *reason)
        }
        Error::RateLimited { status, code, description, details, reason, retry_after_ms } => {
            let (code, description) = (code.as_ref(), description.as_ref());
            let fields = refusal("rate_limited", *status, code, description, details.as_ref(), *reason);
            #[expect(clippy::cast_precision_loss, reason = "it is at most 2^53")]
            if let Some(retry_after_ms) = retry_after_ms {
                fields.set_number("retryAfterMs", *retry_after_ms as f64);
            }
            fields
        }
        Error::UnexpectedResponse { status } => {
            let fields = Fields::of_kind("unexpected_response");
            fields.set_number("status", (*status).into());
            fields
        }
        Error::Network { offline, .. } => {
            let fields = Fields::of_kind("network");
            fields.set("offline", &(*offline).into());
            fields
        }
        Error::Timeout { timeout_ms } => {
            let fields = Fields::of_kind("timeout");
            fields.set_number("timeoutMs", (*timeout_ms).into());
            fields
        }
        Error::Aborted { .. } => Fields::of_kind("aborted"),
    }
}

/// What answers tell that refuse the request.
fn refusal(
    kind: &str,
    status: u16,
    code: Option<&String>,
    description: Option<&String>,
    details: Option<&Foreign>,
    reason: Reason,
) -> Fields {
    let fields = Fields::of_kind(kind);
    fields.set_number("status", status.into());
    if let Some(code) = code {
        fields.set_text("code", code);
    }
    if let Some(description) = description {
        fields.set_text("description", description);
    }
    if let Some(details) = details {
        fields.set("details", &details.0);
    }
    fields.set_text("reason", reason.as_str());
    fields
}

impl Fields {
    fn of_kind(kind: &str) -> Self {
        let fields = Self::new();
        fields.set_text("kind", kind);
        fields
    }
}
