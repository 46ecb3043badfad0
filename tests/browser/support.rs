//! Helpers for options and outcomes.

use js_sys::{Function, JSON, Promise, Reflect};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use xsolla_password_reset::internals::exports;

#[wasm_bindgen(module = "/tests/browser/page.js")]
extern "C" {
    pub fn responding(status: u16, body: Option<&str>, headers: &str) -> Function;
    pub fn evaluating(code: &str) -> Function;
    pub fn value(code: &str) -> JsValue;
    pub fn count(fetch: &Function) -> usize;
    #[wasm_bindgen(js_name = sent)]
    fn sent_json(fetch: &Function) -> String;
    #[wasm_bindgen(js_name = isAborted)]
    pub fn is_aborted(fetch: &Function) -> bool;
    fn describe(error: &JsValue) -> String;
    #[wasm_bindgen(js_name = timersLeft)]
    pub fn timers_left() -> usize;
    #[wasm_bindgen(js_name = watchedController)]
    pub fn watched_controller() -> web_sys::AbortController;
    pub fn listeners(controller: &web_sys::AbortController) -> usize;
}

pub const PROJECT: &str = "11111111-1111-4111-8111-111111111111";

/// An object of these options.
pub fn options(options: &Value) -> JsValue {
    JSON::parse(&options.to_string()).unwrap()
}

/// The options of a valid request, extended or overridden by these.
pub fn request_options(more: &Value) -> JsValue {
    let mut all = json!({ "projectId": PROJECT, "username": "John" });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    options(&all)
}

pub fn set(object: &JsValue, name: &str, value: impl Into<JsValue>) {
    assert!(Reflect::set(object, &name.into(), &value.into()).unwrap());
}

/// Returns `null` if the promise resolves, or the fields of the error.
pub async fn settled(promise: Promise) -> Value {
    match JsFuture::from(promise).await {
        Ok(value) => {
            assert!(value.is_undefined());
            Value::Null
        }
        Err(error) => fields(&error),
    }
}

/// Calls the export with these options.
pub fn request_password_reset(options: &JsValue) -> Promise {
    exports::request_password_reset(options)
}

/// Calls the export with these options.
pub fn confirm_password_reset(options: &JsValue) -> Promise {
    exports::confirm_password_reset(options)
}

/// Returns the fields of a rejection, which must be a `PasswordResetError`.
pub fn fields(error: &JsValue) -> Value {
    let mut error: Value = serde_json::from_str(&describe(error)).unwrap();
    assert_eq!(error["isError"], true);
    assert_eq!(error["name"], "PasswordResetError");
    assert_eq!(error["hasStack"], true);
    assert_ne!(error["message"], "");
    error["fields"].take()
}

/// Requests a reset with this `fetch`.
pub async fn request(fetch: &Function) -> Value {
    let options = request_options(&json!({}));
    set(&options, "fetch", fetch);
    settled(request_password_reset(&options)).await
}

/// The arguments of a stub's first call.
pub fn sent(fetch: &Function) -> Value {
    serde_json::from_str(&sent_json(fetch)).unwrap()
}

/// Waits, so that other tasks of the page run.
pub async fn sleep(milliseconds: i32) {
    let wait = Promise::new(&mut |resolve, _| {
        let window = web_sys::window().unwrap();
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).unwrap();
    });
    JsFuture::from(wait).await.unwrap();
}
