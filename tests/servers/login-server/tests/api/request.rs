//! `POST /api/password/reset/request`.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::{Instant, advance};

use crate::support::{
    Link, ODD_HARBOUR, OPEN_LEDGER, SLOW_BOAT, STAR_HARVEST, Server, TWIN_GATES, UNKNOWN_PROJECT,
};

const JOHN: &str = r#"{"username":"John"}"#;

#[tokio::test(start_paused = true)]
async fn responds_to_each_request_with_its_status_and_code() {
    let server = Server::unlimited();
    let gates = |rest: &str| format!("projectId={TWIN_GATES}{rest}");
    let star = |rest: &str| format!("projectId={STAR_HARVEST}{rest}");
    let no_fields: &[&str] = &[];
    let rows: [(String, &str, u16, Value, &[&str]); 34] = [
        (star(""), JOHN, 204, Value::Null, no_fields),
        (star(""), r#"{"username":"john@example.com","more":1}"#, 204, Value::Null, no_fields),
        (star(""), r#"{"username":"Nobody"}"#, 204, Value::Null, no_fields),
        (star(""), r#"{"username":"gone"}"#, 204, Value::Null, no_fields),
        (star("&locale=de_DE"), JOHN, 204, Value::Null, no_fields),
        (star("&locale=km-KH"), JOHN, 204, Value::Null, no_fields),
        (star("&locale=xx"), JOHN, 204, Value::Null, no_fields),
        (star("&extra=1"), JOHN, 204, Value::Null, no_fields),
        (gates("&login_url=twingates%3A%2F%2Flogin%2Fcallback"), JOHN, 204, Value::Null, no_fields),
        (
            gates("&login_url=http%3A%2F%2Flocalhost%3A8000%2Fsigned-in.html"),
            JOHN,
            204,
            Value::Null,
            no_fields,
        ),
        // The query or the body is not as documented: the code is a number.
        (String::new(), JOHN, 400, json!(0), &["projectId"]),
        ("projectId=".to_owned(), JOHN, 400, json!(0), &["projectId"]),
        ("projectId=1234".to_owned(), JOHN, 400, json!(0), &["projectId"]),
        ("projectId=x".to_owned(), "{}", 400, json!(0), &["projectId", "username"]),
        (star(""), "", 400, json!(0), &["body"]),
        (star(""), "{", 400, json!(0), &["body"]),
        (star(""), "null", 400, json!(0), &["body"]),
        (star(""), "[]", 400, json!(0), &["body"]),
        (star(""), r#""John""#, 400, json!(0), &["body"]),
        (star(""), r#"{"username":"\ud800"}"#, 400, json!(0), &["body"]),
        (star(""), "{}", 400, json!(0), &["username"]),
        (star(""), r#"{"username":""}"#, 400, json!(0), &["username"]),
        (star(""), r#"{"username":7}"#, 400, json!(0), &["username"]),
        (star(""), r#"{"username":null}"#, 400, json!(0), &["username"]),
        (star(""), r#"{"username":["John"]}"#, 400, json!(0), &["username"]),
        // In all other cases it is a text.
        (format!("projectId={UNKNOWN_PROJECT}"), JOHN, 404, json!("003-019"), no_fields),
        (format!("projectId={OPEN_LEDGER}"), r#"{"username":"Nobody"}"#, 404, json!("003-002"), no_fields),
        (format!("projectId={OPEN_LEDGER}"), r#"{"username":"gone"}"#, 404, json!("003-061"), no_fields),
        (format!("projectId={ODD_HARBOUR}"), r#"{"username":"Nobody"}"#, 404, json!("999-999"), no_fields),
        (gates(""), JOHN, 422, json!("010-011"), no_fields),
        (gates("&login_url=twingates%3A%2F%2Flogin%2Fcallback%2F"), JOHN, 422, json!("010-012"), no_fields),
        (
            star("&login_url=HTTP%3A%2F%2Flocalhost%3A8000%2Fsigned-in.html"),
            JOHN,
            422,
            json!("010-012"),
            no_fields,
        ),
        (star("&login_url="), JOHN, 422, json!("010-012"), no_fields),
        (star("&locale=d"), JOHN, 422, json!("0"), &["locale"]),
    ];
    for (query, body, status, code, fields) in rows {
        let row = format!("{query} {body}");
        let response = server.post(&format!("/api/password/reset/request?{query}"), body).await;
        assert_eq!(response.status, status, "{row}");
        response.assert_readable_by_page();
        if status == 204 {
            assert_eq!(response.body, "", "{row}");
        } else {
            assert_eq!(response.code(), code, "{row}");
            assert_eq!(response.fields(), fields, "{row}");
            assert!(response.json()["error"]["description"].is_string(), "{row}");
            assert_eq!(response.header("content-type"), Some("application/json"), "{row}");
        }
    }
}

#[tokio::test]
async fn accepts_json_only() {
    let server = Server::new();
    let path = format!("/api/password/reset/request?projectId={STAR_HARVEST}");
    for (content_type, status) in [
        ("application/json", 204),
        ("application/json; charset=utf-8", 204),
        ("text/plain", 400),
        ("application/x-www-form-urlencoded", 400),
        ("", 400),
    ] {
        let response = server.post_as(content_type, &path, JOHN).await;
        assert_eq!(response.status, status, "{content_type}");
        if status == 400 {
            assert_eq!(response.code(), json!(0), "{content_type}");
            assert_eq!(response.fields(), ["body"], "{content_type}");
        }
    }
}

#[tokio::test]
async fn an_error_never_repeats_a_value() {
    let server = Server::new();
    let path = "/api/password/reset/request?projectId=canary&login_url=canary";
    for body in [r#"{"username":["canary"]}"#, r#"{"canary"#, r#""canary""#] {
        let response = server.post(path, body).await;
        assert_eq!(response.status, 400);
        assert!(!response.body.contains("canary"), "{}", response.body);
    }
}

#[tokio::test]
async fn finds_players_by_username_or_by_email_in_any_case() {
    for (name, found) in [
        ("John", true),
        ("john@example.com", true),
        ("JOHN@Example.COM", true),
        ("ada", true),
        ("john", false),
        ("ADA", false),
        (" John", false),
        ("gone", false),
        ("gone@example.com", false),
    ] {
        let server = Server::new();
        assert_eq!(server.ask(STAR_HARVEST, "", name).await.status, 204, "{name}");
        assert_eq!(server.mails().await.len(), usize::from(found), "{name}");
    }
}

#[tokio::test]
async fn an_unknown_player_gets_the_response_of_a_known_one() {
    let server = Server::new();
    let known = server.ask(STAR_HARVEST, "", "John").await;
    for name in ["Nobody", "gone"] {
        let unknown = server.ask(STAR_HARVEST, "", name).await;
        assert_eq!(unknown.status, known.status);
        assert_eq!(unknown.body, known.body);
        assert_eq!(unknown.headers, known.headers);
    }
}

#[tokio::test(start_paused = true)]
async fn limits_requests_for_one_name_known_or_not() {
    for name in ["John", "Nobody"] {
        let server = Server::new();
        for _ in 0..3 {
            assert_eq!(server.ask(STAR_HARVEST, "", name).await.status, 204, "{name}");
        }
        let response = server.ask(STAR_HARVEST, "", name).await;
        assert_eq!(response.status, 429, "{name}");
        assert_eq!(response.code(), json!("002-058"), "{name}");
        assert_eq!(response.header("retry-after"), Some("20"), "{name}");
        response.assert_readable_by_page();
        // Another case is the same name; other names and projects are not affected.
        assert_eq!(server.ask(STAR_HARVEST, "", &name.to_uppercase()).await.status, 429, "{name}");
        assert_eq!(server.ask(STAR_HARVEST, "", "ada").await.status, 204, "{name}");
        assert_eq!(server.ask(SLOW_BOAT, "", name).await.status, 204, "{name}");

        // Slow Boat took 5 of the 20 seconds.
        advance(Duration::from_millis(14_100)).await;
        let response = server.ask(STAR_HARVEST, "", name).await;
        assert_eq!((response.status, response.header("retry-after")), (429, Some("1")), "{name}");
        advance(Duration::from_secs(1)).await;
        assert_eq!(server.ask(STAR_HARVEST, "", name).await.status, 204, "{name}");
        assert_eq!(server.ask(STAR_HARVEST, "", name).await.status, 429, "{name}");
    }
}

#[tokio::test]
async fn a_rejected_request_is_not_counted() {
    let server = Server::with(&[("LOGIN_REQUESTS_PER_MINUTE", "1")]);
    for query in ["", "&login_url=nowhere%3A", "&login_url=twingates%3A%2F%2Flogin%2Fcallback&locale=d"] {
        assert_eq!(server.ask(TWIN_GATES, query, "John").await.status, 422);
    }
    let query = "&login_url=twingates%3A%2F%2Flogin%2Fcallback";
    assert_eq!(server.ask(TWIN_GATES, query, "John").await.status, 204);
    assert_eq!(server.ask(TWIN_GATES, query, "John").await.status, 429);
}

#[tokio::test(start_paused = true)]
async fn the_slow_project_delays_every_response_by_five_seconds() {
    let server = Server::new();
    let start = Instant::now();
    assert_eq!(server.ask(SLOW_BOAT, "", "John").await.status, 204);
    assert_eq!(start.elapsed().as_secs(), 5);
    assert_eq!(server.ask(SLOW_BOAT, "&locale=d", "John").await.status, 422);
    assert_eq!(start.elapsed().as_secs(), 10);
    assert_eq!(server.log_in(SLOW_BOAT, "John", "old-password").await.status, 200);
    assert_eq!(start.elapsed().as_secs(), 15);
    assert_eq!(
        server.confirm(SLOW_BOAT, json!({ "new_password": "x", "reset_code": "y" })).await.status,
        422
    );
    assert_eq!(start.elapsed().as_secs(), 20);
}

#[tokio::test]
async fn the_callback_and_the_form_follow_the_first_allowed_origin() {
    let server = Server::with(&[("LOGIN_ALLOWED_ORIGINS", "https://demo.test:4433, http://localhost:1")]);
    let query = "&login_url=https%3A%2F%2Fdemo.test%3A4433%2Fsigned-in.html";
    assert_eq!(server.ask(STAR_HARVEST, query, "John").await.status, 204);
    let link = Link::in_mail(&server.mails().await[0]);
    assert!(link.0.as_str().starts_with("https://demo.test:4433/new-password.html?"), "{link:?}");
}
