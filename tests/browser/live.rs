//! Calls to the local Login server. `LOGIN_SERVER` holds its base URL at compile time.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::*;

pub const BASE_URL: Option<&str> = option_env!("LOGIN_SERVER");

async fn request(project: char, username: &str, more: Value) -> Value {
    let base_url = BASE_URL.expect("run this with npm test, which starts the server");
    let options = request_options(&more);
    set(&options, "baseUrl", base_url);
    set(
        &options,
        "projectId",
        "11111111-1111-4111-8111-111111111111".replace('1', &project.to_string()).as_str(),
    );
    set(&options, "username", username);
    settled(request_password_reset(&options)).await
}

#[wasm_bindgen_test]
async fn a_known_and_an_unknown_user_get_the_same_response() {
    assert_eq!(request('1', "live-unknown", json!({})).await, Value::Null);
    assert_eq!(request('1', "ada@example.com", json!({ "locale": "de_DE" })).await, Value::Null);
}

#[wasm_bindgen_test]
async fn a_project_that_reveals_users_rejects_an_unknown_one() {
    let outcome = request('5', "live-unknown", json!({})).await;
    assert_eq!((&outcome["status"], &outcome["reason"]), (&json!(404), &json!("user_not_found")));
}

#[wasm_bindgen_test]
async fn an_unknown_project_is_rejected() {
    let outcome = request('9', "John", json!({})).await;
    assert_eq!((&outcome["status"], &outcome["reason"]), (&json!(404), &json!("project_not_found")));
    assert_eq!(outcome["code"], "003-019");
}

#[wasm_bindgen_test]
async fn a_callback_url_is_required_and_compared_exactly() {
    for (more, reason) in [
        (json!({}), json!("login_url_required")),
        (json!({ "loginUrl": "https://example.com/" }), json!("login_url_unknown")),
        (json!({ "loginUrl": "twingates://login/callback/" }), json!("login_url_unknown")),
        (json!({ "loginUrl": "twingates://login/callback" }), Value::Null),
    ] {
        let outcome = request('4', "live-callback", more).await;
        assert_eq!(outcome.get("reason").cloned().unwrap_or_default(), reason);
        assert_eq!(outcome.get("status").cloned().unwrap_or(json!(422)), 422);
    }
}

#[wasm_bindgen_test]
async fn too_many_requests_are_reported_with_the_wait() {
    // A new name for each run, because the server counts requests by name.
    let username = format!("live-{}", js_sys::Math::random());
    let mut outcome = Value::Null;
    for _ in 0..4 {
        outcome = request('1', &username, json!({})).await;
    }
    assert_eq!((&outcome["kind"], &outcome["status"]), (&json!("rate_limited"), &json!(429)));
    assert!((1..=60_000).contains(&outcome["retryAfterMs"].as_u64().unwrap()), "{outcome}");
}

#[wasm_bindgen_test]
async fn an_unknown_reset_code_is_rejected() {
    let options = options(&json!({
        "projectId": PROJECT, "newPassword": "secret", "resetCode": "unknown", "baseUrl": BASE_URL,
    }));
    let outcome = settled(confirm_password_reset(&options)).await;
    assert_eq!((&outcome["status"], &outcome["reason"]), (&json!(404), &json!("object_not_found")));
}

#[wasm_bindgen_test]
async fn a_closed_port_is_a_network_error() {
    let options = request_options(&json!({ "baseUrl": "http://127.0.0.1:9/api" }));
    let outcome = settled(request_password_reset(&options)).await;
    assert_eq!(outcome, json!({ "kind": "network", "offline": false }));
}
