//! Values from JavaScript.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// An array whose values are taken from its front, each by the method for its type.
    ///
    /// Saves 196 bytes of brotli over an object with a getter for each property.
    #[derive(Debug)]
    pub type ValueQueue;

    #[wasm_bindgen(method, js_name = shift)]
    pub fn take_number(this: &ValueQueue) -> f64;

    /// Takes a whole number.
    #[wasm_bindgen(method, js_name = shift)]
    pub fn take_integer(this: &ValueQueue) -> u32;

    #[wasm_bindgen(method, js_name = shift)]
    pub fn take_value(this: &ValueQueue) -> JsValue;

    #[wasm_bindgen(method, js_name = shift)]
    fn take_bytes(this: &ValueQueue) -> Option<Uint8Array>;
}

impl ValueQueue {
    /// Takes a text, or `None` if the value is `undefined`.
    ///
    /// The text comes as UTF-8, which saves 167 bytes of brotli over wasm-bindgen's conversion from a string.
    #[expect(unsafe_code, reason = "`TextEncoder` always returns UTF-8; wasm-bindgen relies on this, too")]
    #[expect(clippy::slow_vector_initialization, reason = "saves bytes over `to_vec`: see `concat`")]
    pub fn take_text(&self) -> Option<String> {
        let array = self.take_bytes()?;
        let mut bytes = vec![];
        bytes.resize(array.length() as usize, 0);
        array.copy_to(&mut bytes);
        Some(unsafe { String::from_utf8_unchecked(bytes) })
    }
}
