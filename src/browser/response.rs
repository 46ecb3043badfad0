//! What `fetch` answered with: a `Response`, of this realm or another, or anything at all.

use js_sys::{Number, Reflect};
use wasm_bindgen::prelude::*;

use crate::answer::ErrorObject;

#[wasm_bindgen]
extern "C" {
    /// Nothing is taken for granted: every access may throw.
    pub type Response;

    #[wasm_bindgen(method, catch)]
    pub fn json(this: &Response) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, getter)]
    fn headers(this: &Response) -> Result<Headers, JsValue>;

    type Headers;

    #[wasm_bindgen(method, catch)]
    fn get(this: &Headers, name: &str) -> Result<JsValue, JsValue>;
}

impl Response {
    /// The HTTP status; 0 for what has none.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
    pub fn status(&self) -> u16 {
        property(self, "status").as_f64().unwrap_or_default() as u16
    }

    /// A header that the page may read.
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers().and_then(|headers| headers.get(name)).ok()?.as_string()
    }
}

/// Reads `{"error": {"code", "description", "details"?}}`.
pub fn error_object(body: &JsValue) -> Option<ErrorObject> {
    let error = property(body, "error");
    let code = property(&error, "code");
    let code = match code.dyn_ref::<Number>() {
        Some(number) => number.to_string_with_radix(10).ok()?.into(),
        None => code.as_string()?,
    };
    let description = property(&error, "description").as_string().unwrap_or_default();
    let details =
        Some(property(&error, "details")).filter(|details| !details.is_undefined() && !details.is_null());
    Some(ErrorObject { code, description, details: details.map(Into::into) })
}

/// A property of anything; `undefined` where there is none, or where its getter throws.
fn property(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or_default()
}
