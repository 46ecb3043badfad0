//! Errors as JavaScript knows them.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::value;
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
    fn new(message: &str, fields: &Object, cause: JsValue) -> JsPasswordResetError;
}

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        let message = error.message();
        let fields = fields(&error);
        let cause = match error {
            Error::Network { cause, .. } | Error::Aborted { cause } => cause.0,
            _ => JsValue::UNDEFINED,
        };
        JsPasswordResetError::new(&message, &fields.0, cause).into()
    }
}

/// What an error tells beside its message and its cause.
fn fields(error: &Error) -> Fields {
    match error {
        Error::InvalidInput { issues } => {
            let fields = Fields::of_kind("invalid_input");
            fields.set("issues", &issues.iter().map(issue_fields).collect::<Array>().into());
            fields
        }
        Error::Rejected { status, code, description, details, reason } => {
            refusal("rejected", *status, Some(code), Some(description), details.as_ref(), *reason)
        }
        Error::RateLimited { status, code, description, details, reason, retry_after_ms } => {
            let (code, description) = (code.as_ref(), description.as_ref());
            let fields = refusal("rate_limited", *status, code, description, details.as_ref(), *reason);
            #[expect(clippy::cast_precision_loss, reason = "it is at most 2^53")]
            fields.set_some("retryAfterMs", retry_after_ms.map(|milliseconds| (milliseconds as f64).into()));
            fields
        }
        Error::UnexpectedResponse { status } => {
            let fields = Fields::of_kind("unexpected_response");
            fields.set("status", &(*status).into());
            fields
        }
        Error::Network { offline, .. } => {
            let fields = Fields::of_kind("network");
            fields.set("offline", &(*offline).into());
            fields
        }
        Error::Timeout { timeout_ms } => {
            let fields = Fields::of_kind("timeout");
            fields.set("timeoutMs", &(*timeout_ms).into());
            fields
        }
        Error::Aborted { .. } => Fields::of_kind("aborted"),
    }
}

fn issue_fields(issue: &Issue) -> JsValue {
    let fields = [("field", &*issue.field), ("rule", issue.rule.as_str()), ("message", &issue.message)];
    value::object(&fields).unwrap_or_default()
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
    fields.set("status", &status.into());
    fields.set_some("code", code.map(Into::into));
    fields.set_some("description", description.map(Into::into));
    fields.set_some("details", details.map(|details| details.0.clone()));
    fields.set("reason", &reason.as_str().into());
    fields
}

/// A plain object.
struct Fields(Object);

impl Fields {
    fn of_kind(kind: &str) -> Self {
        let fields = Self(Object::new());
        fields.set("kind", &kind.into());
        fields
    }

    fn set(&self, name: &str, value: &JsValue) {
        // Nothing stands in the way of a new field of a new object.
        _ = Reflect::set(&self.0, &name.into(), value);
    }

    fn set_some(&self, name: &str, value: Option<JsValue>) {
        if let Some(value) = value {
            self.set(name, &value);
        }
    }
}
