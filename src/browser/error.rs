//! Errors as JavaScript receives them.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::error::Error;
use crate::input::Issue;
use crate::opaque::Opaque;
use crate::reason::Reason;

#[wasm_bindgen(module = "/src/browser/error.js")]
extern "C" {
    /// The class of every error that a call rejects with.
    #[wasm_bindgen(js_name = PasswordResetError, reexport)]
    type JsError;

    #[wasm_bindgen(constructor, js_class = PasswordResetError)]
    fn new(message: &str, fields: JsValue, cause: JsValue) -> JsError;

    #[wasm_bindgen(js_name = addIssue)]
    fn add_issue(issues: &Array, field: &str, rule: &str, message: &str);
}

// Setters of a property by its name, one for each type: a conversion to `JsValue` would need another function.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, indexing_setter)]
    fn set(this: &JsError, name: &str, value: &JsValue);

    #[wasm_bindgen(method, indexing_setter)]
    fn set_text(this: &JsError, name: &str, value: &str);

    #[wasm_bindgen(method, indexing_setter)]
    fn set_number(this: &JsError, name: &str, value: f64);
}

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        let cause = match &error {
            Error::Network { cause, .. } | Error::Aborted { cause } => cause.0.clone(),
            _ => JsValue::UNDEFINED,
        };
        let js_error = JsError::new(&error.message(), JsValue::UNDEFINED, cause);
        js_error.set_text("kind", error.kind());
        js_error.set_fields(&error);
        js_error.into()
    }
}

impl JsError {
    fn set_fields(&self, error: &Error) {
        match error {
            Error::InvalidInput { issues } => {
                let list = Array::new();
                for Issue { field, rule, message } in issues {
                    add_issue(&list, field, rule.as_str(), message);
                }
                self.set("issues", &list);
            }
            Error::Rejected { status, code, description, details, reason } => {
                self.set_error_object(*status, Some(code), Some(description), details.as_ref(), *reason);
            }
            Error::RateLimited { status, code, description, details, reason, retry_after_ms } => {
                let (code, description) = (code.as_ref(), description.as_ref());
                self.set_error_object(*status, code, description, details.as_ref(), *reason);
                #[expect(clippy::cast_precision_loss, reason = "it is at most 2^53")]
                if let Some(retry_after_ms) = retry_after_ms {
                    self.set_number("retryAfterMs", *retry_after_ms as f64);
                }
            }
            Error::UnexpectedResponse { status } => self.set_number("status", (*status).into()),
            Error::Network { offline, .. } => self.set("offline", &(*offline).into()),
            Error::Timeout { timeout_ms } => self.set_number("timeoutMs", (*timeout_ms).into()),
            Error::Aborted { .. } => {}
        }
    }

    /// Sets the fields of a response with an error object.
    fn set_error_object(
        &self,
        status: u16,
        code: Option<&String>,
        description: Option<&String>,
        details: Option<&Opaque>,
        reason: Reason,
    ) {
        self.set_number("status", status.into());
        if let Some(code) = code {
            self.set_text("code", code);
        }
        if let Some(description) = description {
            self.set_text("description", description);
        }
        if let Some(details) = details {
            self.set("details", &details.0);
        }
        self.set_text("reason", reason.as_str());
    }
}
