//! `POST /api/password/reset/request`.

use std::time::Duration;

use tokio::time::{Instant, advance};

use crate::{Link, ODD_HARBOUR, OPEN_LEDGER, SLOW_BOAT, STAR_HARVEST, Server, TWIN_GATES, UNKNOWN_PROJECT};

const JOHN: &str = r#"{"username":"John"}"#;
const NOBODY: &str = r#"{"username":"Nobody"}"#;
const GONE: &str = r#"{"username":"gone"}"#;

#[tokio::test]
async fn responds_to_each_request_with_its_status_and_code() {
    let server = Server::with(&[("LOGIN_REQUESTS_PER_MINUTE", "1000")]);
    for (project, query, body, outcome) in [
        (STAR_HARVEST, "", JOHN, "204"),
        (STAR_HARVEST, "", r#"{"username":"John","more":1}"#, "204"),
        (STAR_HARVEST, "&extra=1", JOHN, "204"),
        (TWIN_GATES, "&login_url=http%3A%2F%2Flocalhost%3A8000%2Fsigned-in.html", JOHN, "204"),
        // The query or the body is not as documented: the code is a number.
        ("", "", JOHN, "400 0 projectId"),
        ("1234", "", JOHN, "400 0 projectId"),
        ("x", "", "{}", "400 0 projectId username"),
        (STAR_HARVEST, "", "", "400 0 body"),
        (STAR_HARVEST, "", "{", "400 0 body"),
        (STAR_HARVEST, "", "null", "400 0 body"),
        (STAR_HARVEST, "", "[]", "400 0 body"),
        (STAR_HARVEST, "", r#""John""#, "400 0 body"),
        (STAR_HARVEST, "", r#"{"username":"\ud800"}"#, "400 0 body"),
        (STAR_HARVEST, "", "{}", "400 0 username"),
        (STAR_HARVEST, "", r#"{"username":""}"#, "400 0 username"),
        (STAR_HARVEST, "", r#"{"username":7}"#, "400 0 username"),
        (STAR_HARVEST, "", r#"{"username":null}"#, "400 0 username"),
        (STAR_HARVEST, "", r#"{"username":["John"]}"#, "400 0 username"),
        // In all other cases it is a text.
        (UNKNOWN_PROJECT, "", JOHN, r#"404 "003-019""#),
        (OPEN_LEDGER, "", NOBODY, r#"404 "003-002""#),
        (OPEN_LEDGER, "", GONE, r#"404 "003-061""#),
        (ODD_HARBOUR, "", NOBODY, r#"404 "999-999""#),
        (TWIN_GATES, "", JOHN, r#"422 "010-011""#),
        (TWIN_GATES, "&login_url=twingates%3A%2F%2Flogin%2Fcallback%2F", JOHN, r#"422 "010-012""#),
        (STAR_HARVEST, "&login_url=HTTP%3A%2F%2Flocalhost%3A8000%2Fsigned-in.html", JOHN, r#"422 "010-012""#),
        (STAR_HARVEST, "&login_url=", JOHN, r#"422 "010-012""#),
        (STAR_HARVEST, "&locale=d", JOHN, r#"422 "0" locale"#),
    ] {
        let path = format!("/api/password/reset/request?projectId={project}{query}");
        let response = server.post(&path, body).await;
        assert_eq!(response.outcome(), outcome, "{project} {query} {body}");
        assert_eq!(response.body.is_empty(), response.status == 204, "{project} {query} {body}");
    }
    assert_eq!(server.post("/api/password/reset/request", JOHN).await.outcome(), "400 0 projectId");
}

#[tokio::test]
async fn accepts_json_only() {
    let server = Server::new();
    let path = format!("/api/password/reset/request?projectId={STAR_HARVEST}");
    for (content_type, outcome) in [
        ("application/json", "204"),
        ("application/json; charset=utf-8", "204"),
        ("text/plain", "400 0 body"),
        ("application/x-www-form-urlencoded", "400 0 body"),
        ("", "400 0 body"),
    ] {
        assert_eq!(server.post_as(content_type, &path, JOHN).await.outcome(), outcome, "{content_type}");
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
async fn finds_players_by_username_or_by_email_in_any_case_and_responds_the_same_if_there_is_none() {
    let known = Server::new().ask(STAR_HARVEST, "", "John").await;
    for (name, mails) in [
        ("John", 1),
        ("john@example.com", 1),
        ("JOHN@Example.COM", 1),
        ("ada", 1),
        ("john", 0),
        ("ADA", 0),
        (" John", 0),
        ("gone", 0),
        ("gone@example.com", 0),
        ("Nobody", 0),
    ] {
        let server = Server::new();
        let response = server.ask(STAR_HARVEST, "", name).await;
        assert_eq!((response.status, &response.body), (204, &known.body), "{name}");
        assert_eq!(response.headers, known.headers, "{name}");
        assert_eq!(server.mails().await.len(), mails, "{name}");
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
        assert_eq!(response.outcome(), r#"429 "002-058""#, "{name}");
        assert_eq!(response.header("retry-after"), Some("20"), "{name}");
        // Another case is the same name; other names and projects are not affected.
        assert_eq!(server.ask(STAR_HARVEST, "", &name.to_uppercase()).await.status, 429, "{name}");
        assert_eq!(server.ask(STAR_HARVEST, "", "ada").await.status, 204, "{name}");
        assert_eq!(server.ask(SLOW_BOAT, "", name).await.status, 204, "{name}");

        // Slow Boat took 5 of the 20 seconds. What is left, 1.9, is rounded up.
        advance(Duration::from_millis(13_100)).await;
        let response = server.ask(STAR_HARVEST, "", name).await;
        assert_eq!((response.status, response.header("retry-after")), (429, Some("2")), "{name}");
        advance(Duration::from_secs(2)).await;
        assert_eq!(server.ask(STAR_HARVEST, "", name).await.status, 204, "{name}");
        assert_eq!(server.ask(STAR_HARVEST, "", name).await.status, 429, "{name}");
    }
}

#[tokio::test]
async fn a_rejected_request_is_not_counted() {
    let server = Server::with(&[("LOGIN_REQUESTS_PER_MINUTE", "1")]);
    let callback = "&login_url=twingates%3A%2F%2Flogin%2Fcallback";
    for (query, status) in [
        ("", 422),
        ("&login_url=nowhere%3A", 422),
        (&format!("{callback}&locale=d"), 422),
        (callback, 204),
        (callback, 429),
    ] {
        assert_eq!(server.ask(TWIN_GATES, query, "John").await.status, status, "{query}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_slow_project_delays_every_response_by_five_seconds() {
    let server = Server::new();
    let sign_in = r#"{"username":"John","password":"old-password"}"#;
    let confirmation = r#"{"new_password":"x","reset_code":"y"}"#;
    for (call, query, body, status) in [
        ("password/reset/request", "", JOHN, 204),
        ("password/reset/request", "&locale=d", JOHN, 422),
        ("login", "", sign_in, 200),
        ("password/reset/confirm", "", confirmation, 422),
    ] {
        let start = Instant::now();
        let response = server.post(&format!("/api/{call}?projectId={SLOW_BOAT}{query}"), body).await;
        assert_eq!((response.status, start.elapsed().as_secs()), (status, 5), "{call} {query}");
    }
}

#[tokio::test]
async fn the_callback_and_the_form_follow_the_first_allowed_origin() {
    let server = Server::with(&[("LOGIN_ALLOWED_ORIGINS", "https://demo.test:4433, http://localhost:8000")]);
    let query = "&login_url=https%3A%2F%2Fdemo.test%3A4433%2Fsigned-in.html";
    assert_eq!(server.ask(STAR_HARVEST, query, "John").await.status, 204);
    let link = Link::in_mail(&server.mails().await[0]);
    assert!(link.0.as_str().starts_with("https://demo.test:4433/new-password.html?"), "{link:?}");
}
