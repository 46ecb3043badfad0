//! Values for JavaScript.

use js_sys::Object;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A plain object with these fields.
pub fn object(fields: &[(&str, impl Serialize)]) -> Result<JsValue, JsValue> {
    Ok(Object::from_entries(&serde_wasm_bindgen::to_value(fields)?)?.into())
}
