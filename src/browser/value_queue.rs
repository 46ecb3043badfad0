//! Values from JavaScript.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// An array whose values are taken from its front, each by the method for its type.
    ///
    /// One array, because each argument or property that has a name of its own costs bytes on both sides.
    #[derive(Debug)]
    pub type ValueQueue;

    #[wasm_bindgen(method, js_name = shift)]
    pub fn take_number(this: &ValueQueue) -> f64;

    /// Takes a whole number, or a number that both sides declare as a constant.
    #[wasm_bindgen(method, js_name = shift)]
    pub fn take_integer(this: &ValueQueue) -> u32;

    #[wasm_bindgen(method, js_name = shift)]
    pub fn take_value(this: &ValueQueue) -> JsValue;

    #[wasm_bindgen(method, js_name = shift)]
    fn take_bytes(this: &ValueQueue) -> Option<Uint8Array>;
}

impl ValueQueue {
    /// Takes a text, which comes as UTF-8, or nothing where the value is `undefined`.
    ///
    /// Bytes, because the conversion of wasm-bindgen from a string needs 200 more bytes of brotli.
    #[expect(
        unsafe_code,
        reason = "`TextEncoder` makes nothing but UTF-8, which wasm-bindgen relies on, too"
    )]
    #[expect(clippy::slow_vector_initialization, reason = "saves bytes over `to_vec`: see `join`")]
    pub fn take_text(&self) -> Option<String> {
        let array = self.take_bytes()?;
        let mut bytes = vec![];
        bytes.resize(array.length() as usize, 0);
        array.copy_to(&mut bytes);
        Some(unsafe { String::from_utf8_unchecked(bytes) })
    }
}
