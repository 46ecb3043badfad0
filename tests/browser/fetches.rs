//! Misbehaving `fetch` functions.

use js_sys::Reflect;
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::*;

#[wasm_bindgen_test]
async fn whatever_fetch_does_the_call_settles_once_with_a_structured_outcome() {
    let network = json!({ "kind": "network", "offline": false });
    let unexpected = |status| json!({ "kind": "unexpected_response", "status": status });
    let rejected = json!({
        "kind": "rejected", "status": 404, "code": "003-002", "description": "", "reason": "user_not_found",
    });
    for (response, outcome) in [
        // No response.
        ("(() => { throw new TypeError('no') })()", network.clone()),
        ("(() => { throw 'no' })()", network.clone()),
        ("(() => { throw undefined })()", network.clone()),
        ("Promise.reject('no')", network.clone()),
        ("Promise.reject()", network.clone()),
        ("Promise.reject(null)", network.clone()),
        ("Promise.reject(new realm.TypeError('no'))", network.clone()),
        ("({ then(_, reject) { reject('no') } })", network.clone()),
        ("({ get then() { throw 'no' } })", network.clone()),
        // A value that is not a response.
        ("undefined", unexpected(0)),
        ("null", unexpected(0)),
        ("Promise.resolve(42)", unexpected(0)),
        ("Promise.resolve('204')", unexpected(0)),
        ("Promise.resolve({})", unexpected(0)),
        ("Promise.resolve({ status: '204' })", unexpected(0)),
        ("Promise.resolve({ status: NaN })", unexpected(0)),
        ("Promise.resolve({ status: -204 })", unexpected(0)),
        ("Promise.resolve({ status: 1e9 })", unexpected(65535)),
        ("Promise.resolve({ status: 65536 + 204 })", unexpected(65535)),
        ("Promise.resolve({ status: 2 ** 32 + 204 })", unexpected(65535)),
        ("Promise.resolve({ status: 204.5 })", unexpected(0)),
        ("Promise.resolve({ get status() { throw 'no' } })", unexpected(0)),
        ("Promise.resolve({ type: 'opaqueredirect', status: 0 })", unexpected(0)),
        ("Promise.resolve(Response.error())", unexpected(0)),
        ("Promise.resolve({ status: 404 })", unexpected(404)),
        ("Promise.resolve({ status: 404, json: 1 })", unexpected(404)),
        ("Promise.resolve({ status: 404, json() { throw 'no' } })", unexpected(404)),
        ("Promise.resolve({ status: 404, async json() { throw 'no' } })", unexpected(404)),
        ("Promise.resolve({ status: 404, json: () => ({ get error() { throw 'no' } }) })", unexpected(404)),
        (
            "Promise.resolve({ status: 404, json: () => new Proxy({}, { get() { throw 'no' } }) })",
            unexpected(404),
        ),
        // Accepted.
        ("Promise.resolve({ status: 204 })", Value::Null),
        ("({ status: 204 })", Value::Null),
        ("Promise.resolve(new realm.Response(null, { status: 204 }))", Value::Null),
        ("Promise.resolve({ status: 404, json: () => ({ error: { code: '003-002' } }) })", rejected.clone()),
        (
            "Promise.resolve(new realm.Response('{\"error\":{\"code\":\"003-002\"}}', { status: 404 }))",
            rejected,
        ),
        // An incomplete body.
        (
            "Promise.resolve(new Response(new ReadableStream({ pull(to) { to.error('cut') } }), { status: 503 }))",
            unexpected(503),
        ),
        // Headers that cannot be read.
        (
            "Promise.resolve({ status: 429, get headers() { throw 'no' } })",
            json!({ "kind": "rate_limited", "status": 429, "reason": "too_many_attempts" }),
        ),
        (
            "Promise.resolve({ status: 429, headers: { get: () => 7 } })",
            json!({ "kind": "rate_limited", "status": 429, "reason": "too_many_attempts" }),
        ),
    ] {
        let fetch = evaluating(response);
        assert_eq!(request(&fetch).await, outcome, "{response}");
        assert_eq!(count(&fetch), 1, "{response}");
        // A body that is not read is not downloaded.
        let is_unread = outcome["kind"] == "unexpected_response" && outcome["status"].as_u64() < Some(400);
        assert_eq!(is_aborted(&fetch), is_unread, "{response}");
        assert_eq!(timers_left(), 0, "{response}");
    }
}

#[wasm_bindgen_test]
async fn the_exception_of_fetch_is_the_cause() {
    let options = request_options(&json!({}));
    set(&options, "fetch", evaluating("Promise.reject('the cable')"));
    let error = JsFuture::from(request_password_reset(&options)).await.unwrap_err();
    assert_eq!(Reflect::get(&error, &"cause".into()).unwrap(), "the cable");
}

#[wasm_bindgen_test]
async fn details_are_passed_through_unchanged() {
    let details = value("({ list: [-0, { deep: 'é' }] })");
    let options = request_options(&json!({}));
    let respond =
        value("(details) => async () => ({ status: 422, json: () => ({ error: { code: '9', details } }) })");
    let fetch = respond.unchecked_into::<js_sys::Function>().call1(&JsValue::UNDEFINED, &details).unwrap();
    set(&options, "fetch", fetch);
    let error = JsFuture::from(request_password_reset(&options)).await.unwrap_err();
    assert_eq!(Reflect::get(&error, &"details".into()).unwrap(), details);
}

#[wasm_bindgen_test]
async fn offline_is_reported() {
    value("Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })");
    let outcome = request(&evaluating("Promise.reject()")).await;
    value("delete navigator.onLine");
    assert_eq!(outcome, json!({ "kind": "network", "offline": true }));
}
