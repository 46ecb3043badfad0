//! The request that is sent, and the outcome of each status and body.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::*;

#[wasm_bindgen_test]
async fn a_request_is_sent_once_and_as_documented() {
    let fetch = responding(204, None, "{}");
    let options = request_options(&json!({
        "username": "  John ✉ \n",
        "loginUrl": "https://example.com/a?b=c&d=%20#é",
        "locale": "pt-br",
        "baseUrl": "https://login.example.com/api/",
    }));
    set(&options, "fetch", &fetch);
    assert_eq!(settled(request_password_reset(&options)).await, Value::Null);
    assert_eq!(count(&fetch), 1);
    assert_eq!(
        sent(&fetch),
        json!({
            "url": format!(
                "https://login.example.com/api/password/reset/request?projectId={PROJECT}\
                 &login_url=https%3A%2F%2Fexample.com%2Fa%3Fb%3Dc%26d%3D%2520%23%C3%A9&locale=pt_BR"
            ),
            "init": {
                "method": "POST",
                "headers": { "Content-Type": "application/json" },
                "body": r#"{"username":"John ✉"}"#,
                "credentials": "omit",
                "cache": "no-store",
                "redirect": "manual",
                "referrerPolicy": "no-referrer",
            },
            "signal": true,
            "args": 2,
        })
    );
}

#[wasm_bindgen_test]
async fn a_confirmation_is_sent_once_and_as_documented() {
    let fetch = responding(204, None, "{}");
    let options = options(&json!({
        "projectId": PROJECT,
        "newPassword": " pass\"word ",
        "resetCode": "ABJ8UKuTvNILBAEdfiKIpgHtiz6teYVPXMBFdpaw5mI",
        "userId": PROJECT,
        "verifyCode": null,
    }));
    set(&options, "fetch", &fetch);
    assert_eq!(settled(confirm_password_reset(&options)).await, Value::Null);
    assert_eq!(count(&fetch), 1);
    let sent = sent(&fetch);
    let base = "https://login.xsolla.com/api";
    assert_eq!(sent["url"], format!("{base}/password/reset/confirm?projectId={PROJECT}"));
    assert_eq!(
        serde_json::from_str::<Value>(sent["init"]["body"].as_str().unwrap()).unwrap(),
        json!({
            "new_password": " pass\"word ",
            "reset_code": "ABJ8UKuTvNILBAEdfiKIpgHtiz6teYVPXMBFdpaw5mI",
            "user_id": PROJECT,
        })
    );
}

#[wasm_bindgen_test]
async fn a_response_becomes_its_error() {
    const OBJECT: &str = r#"{"error":{"code":"003-019","description":"said","details":{"a":[1,null]}}}"#;
    const NUMBER: &str = r#"{"error":{"code":0,"description":"said"}}"#;
    let rejected = |status, code, reason| json!({ "kind": "rejected", "status": status, "code": code, "description": "said", "reason": reason });
    let with_details = |mut fields: Value| {
        fields["details"] = json!({ "a": [1, null] });
        fields
    };
    let unexpected = |status| json!({ "kind": "unexpected_response", "status": status });
    let limited = json!({ "kind": "rate_limited", "status": 429, "reason": "too_many_attempts" });
    let rows = [
        (400, Some(NUMBER), rejected(400, "0", "invalid_parameters")),
        (401, Some(OBJECT), with_details(rejected(401, "003-019", "project_not_found"))),
        (404, Some(OBJECT), with_details(rejected(404, "003-019", "project_not_found"))),
        (
            422,
            Some(r#"{"error":{"code":"010-011","description":"said"}}"#),
            rejected(422, "010-011", "login_url_required"),
        ),
        (422, Some(r#"{"error":{"code":"9","description":"said"}}"#), rejected(422, "9", "unknown")),
        (
            422,
            Some(r#"{"error":{"code":1.5,"description":"said","details":null}}"#),
            rejected(422, "1.5", "unknown"),
        ),
        (503, Some(NUMBER), rejected(503, "0", "invalid_parameters")),
        (
            404,
            Some(r#"{"error":{"code":"0","code":"003-002","description":"said"}}"#),
            rejected(404, "003-002", "user_not_found"),
        ),
        // No documented error object.
        (400, Some(""), unexpected(400)),
        (400, None, unexpected(400)),
        (400, Some("{"), unexpected(400)),
        (400, Some("null"), unexpected(400)),
        (400, Some("42"), unexpected(400)),
        (400, Some("[]"), unexpected(400)),
        (400, Some(r#""error""#), unexpected(400)),
        (400, Some("{}"), unexpected(400)),
        (400, Some(r#"{"error":null}"#), unexpected(400)),
        (400, Some(r#"{"error":"no"}"#), unexpected(400)),
        (400, Some(r#"{"error":[]}"#), unexpected(400)),
        (400, Some(r#"{"error":{}}"#), unexpected(400)),
        (400, Some(r#"{"error":{"code":null}}"#), unexpected(400)),
        (400, Some(r#"{"error":{"code":["0"]}}"#), unexpected(400)),
        (400, Some(r#"{"error":{"code":{}}}"#), unexpected(400)),
        (400, Some(r#"{"error":{"code":true}}"#), unexpected(400)),
        (500, Some(""), unexpected(500)),
        (502, Some("<html>Bad gateway</html>"), unexpected(502)),
        // Not an error, and not success either.
        (200, Some("<html>Welcome to our hotel's network</html>"), unexpected(200)),
        (200, Some(OBJECT), unexpected(200)),
        (201, None, unexpected(201)),
        (205, None, unexpected(205)),
        (304, None, unexpected(304)),
        (429, None, limited.clone()),
        (429, Some("<html>"), limited.clone()),
    ];
    for (status, body, outcome) in rows {
        let fetch = responding(status, body, "{}");
        assert_eq!(request(&fetch).await, outcome, "{status} {body:?}");
        assert_eq!(count(&fetch), 1, "{status} {body:?}");
    }
}

#[wasm_bindgen_test]
async fn a_429_reports_the_wait() {
    let object = r#"{"error":{"code":"002-058","description":"said","details":{}}}"#;
    let limited = json!({
        "kind": "rate_limited", "status": 429, "reason": "too_many_attempts", "retryAfterMs": 7000,
        "code": "002-058", "description": "said", "details": {},
    });
    assert_eq!(request(&responding(429, Some(object), r#"{"Retry-After":"7"}"#)).await, limited);

    let date = r#"{"Retry-After":"Wed, 01 Jan 1986 00:00:00 GMT"}"#;
    assert_eq!(request(&responding(429, None, date)).await["retryAfterMs"], 0);

    let future = r#"{"Retry-After":"Fri, 31 Dec 9999 23:59:59 GMT"}"#;
    assert!(
        request(&responding(429, None, future)).await["retryAfterMs"].as_u64().unwrap() > 1_000_000_000_000
    );

    for header in ["-1", "1e309", "soon", ""] {
        let headers = json!({ "Retry-After": header }).to_string();
        assert_eq!(request(&responding(429, None, &headers)).await.get("retryAfterMs"), None, "{header}");
    }
}

#[wasm_bindgen_test]
async fn concurrent_calls_are_independent() {
    let (one, other) = (responding(204, None, "{}"), responding(502, None, "{}"));
    let options = request_options(&json!({}));
    set(&options, "fetch", &one);
    let first = request_password_reset(&options);
    set(&options, "fetch", &other);
    let second = request_password_reset(&options);
    assert_eq!(settled(second).await, json!({ "kind": "unexpected_response", "status": 502 }));
    assert_eq!(settled(first).await, Value::Null);
    assert_eq!((count(&one), count(&other)), (1, 1));
}
