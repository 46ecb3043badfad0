//! Values from JavaScript.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Values to be taken out one after the other, each as what it is known to be: an array, emptied from its front.
    #[derive(Debug)]
    pub type Values;

    /// The next one, a number.
    #[wasm_bindgen(method, js_name = shift)]
    pub fn number(this: &Values) -> f64;

    /// The next one, a string or nothing.
    #[wasm_bindgen(method, js_name = shift)]
    pub fn text(this: &Values) -> Option<String>;

    /// The next one, whatever it is.
    #[wasm_bindgen(method, js_name = shift)]
    pub fn value(this: &Values) -> Option<JsValue>;
}
