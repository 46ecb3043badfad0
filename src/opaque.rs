//! A JavaScript value on wasm32, a string in native builds.

// In the npm package JavaScript keeps these values itself.
#[cfg(feature = "package")]
type Value = ();
#[cfg(all(target_arch = "wasm32", not(feature = "package")))]
type Value = wasm_bindgen::JsValue;
#[cfg(not(target_arch = "wasm32"))]
type Value = String;

/// A value that is passed through unchanged and never inspected: a `JsValue` on wasm32, a `String` elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Opaque(pub Value);

impl From<Value> for Opaque {
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
            assert_eq!(Opaque::from(Value::from(value)).0, Value::from(value));
        }
    }
}
