//! Any value as the argument.

use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::*;

/// The rules that each option breaks, as `field rule`.
fn broken(outcome: &Value) -> Vec<String> {
    assert_eq!(outcome["kind"], "invalid_input", "{outcome}");
    let issues = outcome["issues"].as_array().unwrap();
    issues
        .iter()
        .map(|issue| format!("{} {}", issue["field"].as_str().unwrap(), issue["rule"].as_str().unwrap()))
        .collect()
}

#[wasm_bindgen_test]
async fn every_issue_is_reported_and_nothing_is_sent() {
    let fetch = responding(204, None, "{}");
    let options = options(&json!({
        "projectId": "mine",
        "username": " ",
        "loginUrl": "javascript:alert(1)",
        "locale": "english",
        "baseUrl": "http://login.example.com",
        "timeoutMs": 0,
        "signal": {},
        "login_url": "https://example.com",
    }));
    set(&options, "fetch", &fetch);
    let outcome = settled(request_password_reset(&options)).await;
    assert_eq!(
        broken(&outcome),
        [
            "projectId uuid",
            "username username_length",
            "loginUrl scheme",
            "locale locale",
            "baseUrl https",
            "timeoutMs milliseconds",
            "signal abort_signal",
            "login_url unknown",
        ]
    );
    assert_eq!(outcome["issues"][7]["message"], "login_url is not an option; did you mean loginUrl?");
    assert_eq!(count(&fetch), 0);
}

#[wasm_bindgen_test]
async fn whatever_the_argument_is_the_call_rejects() {
    let unreadable = vec![
        "options readable",
        "projectId readable",
        "username readable",
        "loginUrl readable",
        "locale readable",
        "baseUrl readable",
        "timeoutMs readable",
        "signal readable",
        "fetch readable",
    ];
    for (argument, issues) in [
        ("undefined", vec!["options object", "projectId required", "username required"]),
        ("null", vec!["options object", "projectId required", "username required"]),
        ("42", vec!["options object", "projectId required", "username required"]),
        ("'John'", vec!["options object", "projectId required", "username required"]),
        ("Symbol()", vec!["options object", "projectId required", "username required"]),
        ("() => {}", vec!["options object", "projectId required", "username required"]),
        ("({})", vec!["projectId required", "username required"]),
        ("[]", vec!["projectId required", "username required"]),
        ("['a']", vec!["projectId required", "username required", "0 unknown"]),
        ("Object.create(null)", vec!["projectId required", "username required"]),
        (
            "Object.freeze({ projectId: null, username: undefined })",
            vec!["projectId required", "username required"],
        ),
        ("({ projectId: 1, username: {} })", vec!["projectId string", "username string"]),
        ("({ projectId: new String('x'), username: Symbol() })", vec!["projectId string", "username string"]),
        (
            "({ get projectId() { throw 1 }, get username() { throw new Error('no') } })",
            vec!["projectId readable", "username readable"],
        ),
        ("new Proxy({}, { get() { throw 1 }, ownKeys() { throw 1 } })", unreadable.clone()),
        (
            "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy })()",
            unreadable,
        ),
    ] {
        let outcome = settled(request_password_reset(&value(argument))).await;
        assert_eq!(broken(&outcome), issues, "{argument}");
    }
}

#[wasm_bindgen_test]
async fn each_option_has_its_type() {
    for (name, wrong, rule) in [
        ("username", "1", "string"),
        ("username", "'a\\ud800b'", "well_formed"),
        ("username", "'a\\u0000b'", "no_controls"),
        ("loginUrl", "new URL('https://example.com')", "string"),
        ("locale", "['en_US']", "string"),
        ("baseUrl", "1", "string"),
        ("timeoutMs", "'1000'", "milliseconds"),
        ("timeoutMs", "NaN", "milliseconds"),
        ("timeoutMs", "1.5", "milliseconds"),
        ("timeoutMs", "2147483648", "milliseconds"),
        ("timeoutMs", "1000n", "milliseconds"),
        ("signal", "true", "abort_signal"),
        ("signal", "new AbortController()", "abort_signal"),
        ("fetch", "{}", "function"),
        ("fetch", "'fetch'", "function"),
    ] {
        let options = request_options(&json!({}));
        set(&options, "fetch", evaluating("({ status: 204 })"));
        set(&options, name, value(wrong));
        let outcome = settled(request_password_reset(&options)).await;
        assert_eq!(broken(&outcome), [format!("{name} {rule}")], "{name}: {wrong}");
    }
}

#[wasm_bindgen_test]
async fn options_are_read_once_each_and_before_the_call_returns() {
    let options = value(&format!(
        "(() => {{
            const reads = [];
            const options = {{ projectId: '{PROJECT}', username: 'John', fetch: async () => ({{ status: 204 }}) }};
            return new Proxy(options, {{ get: (target, name) => name === 'reads' ? reads : (reads.push(name), target[name]) }});
        }})()"
    ));
    let call = request_password_reset(&options);
    let reads = js_sys::Reflect::get(&options, &"reads".into()).unwrap();
    let reads: Vec<_> =
        reads.unchecked_into::<js_sys::Array>().iter().filter_map(|name| name.as_string()).collect();
    assert_eq!(
        reads,
        ["projectId", "username", "loginUrl", "locale", "baseUrl", "timeoutMs", "signal", "fetch"]
    );
    assert_eq!(settled(call).await, Value::Null);
}

#[wasm_bindgen_test]
async fn inherited_and_frozen_options_are_accepted() {
    for wrapped in ["Object.create(options)", "Object.freeze(options)", "new Proxy(options, {})"] {
        let options = value(&format!(
            "(() => {{
                const options = {{ projectId: '{PROJECT}', username: 'John', fetch: async () => ({{ status: 204 }}) }};
                return {wrapped};
            }})()"
        ));
        assert_eq!(settled(request_password_reset(&options)).await, Value::Null, "{wrapped}");
    }
}

#[wasm_bindgen_test]
async fn errors_never_contain_values() {
    const CANARY: &str = "canary\u{1}";
    let options = options(&json!({
        "projectId": CANARY, "newPassword": "cana\u{0}", "resetCode": CANARY, "userId": CANARY, "verifyCode": CANARY,
        "baseUrl": CANARY,
    }));
    let error = wasm_bindgen_futures::JsFuture::from(confirm_password_reset(&options)).await.unwrap_err();
    let text = format!("{} {}", fields(&error), js_sys::Error::from(error).to_string());
    assert!(!text.contains("cana"), "{text}");
}
