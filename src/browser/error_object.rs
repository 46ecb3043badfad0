//! The error object in a body, which was read from JSON, or made by whatever stands in for `fetch`.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::answer::ErrorObject;

/// Reads `{"error": {"code", "description", "details"?}}`.
pub fn read(body: &JsValue) -> Option<ErrorObject> {
    let error = property(body, "error")?;
    let code = property(&error, "code")?;
    let code = match code.as_f64() {
        Some(_) => code.unchecked_ref::<Object>().to_string().into(),
        None => code.as_string()?,
    };
    let description = property(&error, "description").and_then(|description| description.as_string());
    let details = property(&error, "details").map(Into::into);
    Some(ErrorObject { code, description: description.unwrap_or_default(), details })
}

/// A property of anything; nothing where it is `undefined` or `null`, where there is none, or where its getter throws.
///
/// Most answers have no body. What is no object is not asked: each exception that is caught in Rust leaves a place taken
/// in the table of JavaScript values.
fn property(value: &JsValue, name: &str) -> Option<JsValue> {
    if !value.is_object() {
        return None;
    }
    Reflect::get(value, &name.into()).ok().filter(|value| !value.is_null_or_undefined())
}
