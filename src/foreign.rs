//! The one type that a browser and the native tests see differently.

use serde::Serialize;

#[cfg(target_arch = "wasm32")]
type Value = wasm_bindgen::JsValue;
#[cfg(not(target_arch = "wasm32"))]
type Value = String;

/// A value that is handed on untouched, never looked into: a `JsValue` in a browser, text elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Foreign(
    #[cfg_attr(target_arch = "wasm32", serde(with = "serde_wasm_bindgen::preserve"))] pub Value,
);

impl From<Value> for Foreign {
    fn from(value: Value) -> Self {
        Self(value)
    }
}
