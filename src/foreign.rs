//! The one type that a browser and the native tests see differently.

#[cfg(target_arch = "wasm32")]
type Value = wasm_bindgen::JsValue;
#[cfg(not(target_arch = "wasm32"))]
type Value = String;

/// A value that is handed on untouched, never looked into: a `JsValue` in a browser, text elsewhere.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Foreign(pub Value);

impl From<Value> for Foreign {
    fn from(value: Value) -> Self {
        Self(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_kept_unchanged() {
        for value in ["", "more", " { \"a\": 1 } "] {
            assert_eq!(Foreign::from(Value::from(value)).0, Value::from(value));
        }
    }
}
