//! Calls that end before their response, and their cleanup.

use js_sys::Reflect;
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::*;

const NEVER: &str = "new Promise(() => {})";
const BODY_NEVER_ENDS: &str = "Promise.resolve(new Response(new ReadableStream({}), { status: 503 }))";

#[wasm_bindgen_test]
async fn an_aborted_signal_sends_nothing() {
    let controller = watched_controller();
    controller.abort_with_reason(&"changed my mind".into());
    let fetch = responding(204, None, "{}");
    let options = request_options(&json!({}));
    set(&options, "fetch", &fetch);
    set(&options, "signal", controller.signal());
    let error = JsFuture::from(request_password_reset(&options)).await.unwrap_err();
    assert_eq!(fields(&error), json!({ "kind": "aborted" }));
    assert_eq!(Reflect::get(&error, &"cause".into()).unwrap(), "changed my mind");
    assert_eq!(count(&fetch), 0);
    assert_eq!(listeners(&controller), 0);
    assert_eq!(timers_left(), 0);
}

#[wasm_bindgen_test]
async fn an_abort_ends_the_call_at_any_step() {
    for response in [NEVER, BODY_NEVER_ENDS] {
        let controller = watched_controller();
        let fetch = evaluating(response);
        let options = request_options(&json!({}));
        set(&options, "fetch", &fetch);
        set(&options, "signal", controller.signal());
        let call = request_password_reset(&options);
        sleep(20).await;
        assert_eq!((count(&fetch), is_aborted(&fetch), listeners(&controller)), (1, false, 1), "{response}");
        controller.abort_with_reason(&"enough".into());
        let error = JsFuture::from(call).await.unwrap_err();
        assert_eq!(fields(&error), json!({ "kind": "aborted" }), "{response}");
        assert_eq!(Reflect::get(&error, &"cause".into()).unwrap(), "enough");
        assert!(is_aborted(&fetch), "{response}");
        assert_eq!(listeners(&controller), 0, "{response}");
        assert_eq!(timers_left(), 0, "{response}");
    }
}

#[wasm_bindgen_test]
async fn an_abort_while_fetch_is_being_called_ends_the_call() {
    let options = request_options(&json!({}));
    let controller = watched_controller();
    set(&options, "signal", controller.signal());
    set(&options, "fetch", {
        let fetch = value(
            "(controller) => async () => { controller.abort('now'); return new Response(null, { status: 204 }) }",
        );
        fetch.unchecked_into::<js_sys::Function>().call1(&JsValue::UNDEFINED, &controller).unwrap()
    });
    assert_eq!(settled(request_password_reset(&options)).await, json!({ "kind": "aborted" }));
    assert_eq!((listeners(&controller), timers_left()), (0, 0));
}

#[wasm_bindgen_test]
async fn an_abort_after_the_response_changes_nothing() {
    let controller = watched_controller();
    let options = request_options(&json!({}));
    set(&options, "fetch", responding(204, None, "{}"));
    set(&options, "signal", controller.signal());
    assert_eq!(settled(request_password_reset(&options)).await, Value::Null);
    assert_eq!((listeners(&controller), timers_left()), (0, 0));
    controller.abort();
    sleep(0).await;
}

#[wasm_bindgen_test]
async fn the_time_limit_covers_every_step() {
    for response in [NEVER, BODY_NEVER_ENDS] {
        let fetch = evaluating(response);
        let options = request_options(&json!({ "timeoutMs": 30 }));
        set(&options, "fetch", &fetch);
        let outcome = settled(request_password_reset(&options)).await;
        assert_eq!(outcome, json!({ "kind": "timeout", "timeoutMs": 30 }), "{response}");
        assert!(is_aborted(&fetch), "{response}");
        assert_eq!(timers_left(), 0, "{response}");
    }
}

#[wasm_bindgen_test]
async fn a_signal_from_another_realm_is_accepted() {
    let options = request_options(&json!({}));
    set(&options, "signal", value("realm.AbortSignal.abort('elsewhere')"));
    set(&options, "fetch", responding(204, None, "{}"));
    assert_eq!(settled(request_password_reset(&options)).await, json!({ "kind": "aborted" }));
}

#[wasm_bindgen_test]
async fn a_faulty_signal_cannot_hang_the_call() {
    for (signal, response, kind) in [
        (
            "({ aborted: false, addEventListener() {}, removeEventListener() {} })",
            "({ status: 204 })",
            Value::Null,
        ),
        ("({ aborted: false, addEventListener() {} })", "({ status: 204 })", Value::Null),
        ("({ aborted: false, addEventListener(_, listener) { listener() } })", NEVER, json!("aborted")),
        ("({ aborted: false, addEventListener() { throw 1 } })", NEVER, json!("invalid_input")),
        ("({ aborted: false })", NEVER, json!("invalid_input")),
        ("({ aborted: true, get reason() { throw 1 } })", NEVER, json!("aborted")),
        ("({ get aborted() { throw 1 } })", NEVER, json!("invalid_input")),
    ] {
        let options = request_options(&json!({}));
        set(&options, "signal", value(signal));
        set(&options, "fetch", evaluating(response));
        let outcome = settled(request_password_reset(&options)).await;
        assert_eq!(outcome.get("kind").cloned().unwrap_or_default(), kind, "{signal}");
        assert_eq!(timers_left(), 0, "{signal}");
    }
}
