//! Errors as JavaScript knows them.

use wasm_bindgen::prelude::*;

use crate::error::Error;

#[wasm_bindgen(module = "/js/error.js")]
extern "C" {
    /// The class that every failure is an instance of, in `js/error.js`.
    #[wasm_bindgen(js_name = PasswordResetError, reexport)]
    type JsPasswordResetError;

    #[wasm_bindgen(constructor, js_class = PasswordResetError)]
    fn new(message: &str, fields: JsValue, cause: JsValue) -> JsPasswordResetError;
}

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        let message = error.message();
        let fields = serde_wasm_bindgen::to_value(&error).unwrap_or_default();
        let cause = match error {
            Error::Network { cause, .. } | Error::Aborted { cause } => cause.0,
            _ => JsValue::UNDEFINED,
        };
        JsPasswordResetError::new(&message, fields, cause).into()
    }
}
