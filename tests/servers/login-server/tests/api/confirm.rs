//! `POST /api/password/reset/confirm` and `POST /api/login`.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::advance;

use crate::{DEEP_FORGE, IRON_VAULT, Link, NEON_DRIFT, STAR_HARVEST, Server, TWIN_GATES, UNKNOWN_PROJECT};

const NEW: &str = "a new password";
const UNKNOWN_CODE: &str = "ABJ8UKuTvNILBAEdfiKIpgHtiz6teYVPXMBFdpaw5mI";
const OTHER_USER: &str = "11111111-1111-4111-8111-111111111113";

/// The body of a right confirmation, but for custom storage.
fn body(link: &Link) -> Value {
    json!({ "new_password": NEW, "reset_code": link.get("reset_code") })
}

/// The same, with one field changed or, if `null`, removed.
fn body_with(link: &Link, field: &str, value: impl Into<Value>) -> Value {
    let mut body = body(link);
    body[field] = value.into();
    body.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    body
}

#[tokio::test]
async fn responds_to_each_bad_confirmation_with_its_status_and_code_and_keeps_the_code() {
    let server = Server::new();
    let link = server.reset_link(STAR_HARVEST, "John").await;
    for (project, field, value, outcome) in [
        (STAR_HARVEST, "new_password", Value::Null, "400 0 new_password"),
        (STAR_HARVEST, "new_password", json!(123_456), "400 0 new_password"),
        (STAR_HARVEST, "reset_code", Value::Null, "400 0 reset_code"),
        (STAR_HARVEST, "reset_code", json!(""), "400 0 reset_code"),
        (STAR_HARVEST, "reset_code", json!(7), "400 0 reset_code"),
        (STAR_HARVEST, "user_id", json!("not-a-uuid"), "400 0 user_id"),
        (STAR_HARVEST, "user_id", json!(7), "400 0 user_id"),
        (STAR_HARVEST, "verify_code", json!(7), "400 0 verify_code"),
        ("1234", "user_id", json!(7), "400 0 projectId user_id"),
        (UNKNOWN_PROJECT, "new_password", json!(NEW), r#"404 "003-019""#),
        (NEON_DRIFT, "new_password", json!(NEW), r#"404 "003-061""#),
        (STAR_HARVEST, "reset_code", json!(UNKNOWN_CODE), r#"404 "003-061""#),
        (STAR_HARVEST, "user_id", json!(OTHER_USER), r#"404 "003-002""#),
        (STAR_HARVEST, "new_password", json!(""), r#"422 "0" new_password"#),
        (STAR_HARVEST, "new_password", json!("five5"), r#"422 "0" new_password"#),
        (STAR_HARVEST, "new_password", json!("x".repeat(101)), r#"422 "0" new_password"#),
        (STAR_HARVEST, "new_password", json!("é".repeat(5)), r#"422 "0" new_password"#),
    ] {
        let body = body_with(&link, field, value);
        assert_eq!(server.confirm(project, &body).await.outcome(), outcome, "{project} {field} {body}");
    }
    let path = format!("/api/password/reset/confirm?projectId={STAR_HARVEST}");
    assert_eq!(server.post(&path, "new_password=x").await.outcome(), "400 0 body");

    assert_eq!(server.log_in(STAR_HARVEST, "John", "old-password").await, 200);
    assert_eq!(server.confirm(STAR_HARVEST, &body(&link)).await.outcome(), "204");
}

#[tokio::test]
async fn a_project_accepts_only_passwords_that_meet_its_policy() {
    let server = Server::new();
    let link = server.reset_link(IRON_VAULT, "John").await;
    for (password, outcome) in [
        ("Short-12!", r#"422 "0" new_password"#),
        ("no-capital-12!", r#"422 "0" new_password"#),
        ("NO-SMALL-12!", r#"422 "0" new_password"#),
        ("Few-Digits1!", r#"422 "0" new_password"#),
        ("Nothing-Special12", r#"422 "0" new_password"#),
        ("Bracket<12!", r#"422 "0" new_password"#),
        ("Battery-12!", "204"),
    ] {
        let body = body_with(&link, "new_password", password);
        assert_eq!(server.confirm(IRON_VAULT, &body).await.outcome(), outcome, "{password}");
    }
}

#[tokio::test]
async fn sets_the_password_once() {
    let server = Server::new();
    let link = server.reset_link(STAR_HARVEST, "John").await;
    let body = body_with(&link, "user_id", link.get("user_id"));

    let response = server.confirm(STAR_HARVEST, &body).await;
    assert_eq!((response.status, response.body.as_str()), (204, ""));

    assert_eq!(server.log_in(STAR_HARVEST, "John", "old-password").await, 401);
    assert_eq!(server.log_in(STAR_HARVEST, "John", NEW).await, 200);
    // Players of the same name in other projects are other players.
    assert_eq!(server.log_in(NEON_DRIFT, "John", "old-password").await, 200);
    assert_eq!(server.confirm(STAR_HARVEST, &body).await.outcome(), r#"404 "003-061""#);
}

#[tokio::test]
async fn accepts_passwords_of_6_to_100_characters() {
    for password in ["sixsix".to_owned(), "é".repeat(6), "x".repeat(100), "日".repeat(100)] {
        let server = Server::new();
        let link = server.reset_link(STAR_HARVEST, "John").await;
        let body = body_with(&link, "new_password", password.as_str());
        assert_eq!(server.confirm(STAR_HARVEST, &body).await.outcome(), "204", "{password}");
        assert_eq!(server.log_in(STAR_HARVEST, "John", &password).await, 200, "{password}");
    }
}

#[tokio::test]
async fn custom_storage_requires_the_verify_code() {
    let server = Server::new();
    let link = server.reset_link(DEEP_FORGE, "John").await;
    for wrong in [Value::Null, json!(""), json!("wrong")] {
        let body = body_with(&link, "verify_code", wrong);
        assert_eq!(server.confirm(DEEP_FORGE, &body).await.outcome(), r#"422 "0" verify_code"#);
    }
    let right = body_with(&link, "verify_code", link.get("verify_code"));
    assert_eq!(server.confirm(DEEP_FORGE, &right).await.outcome(), "204");
    assert_eq!(server.log_in(DEEP_FORGE, "John", NEW).await, 200);
}

#[tokio::test]
async fn a_new_request_invalidates_the_earlier_code_of_that_player_only() {
    let server = Server::new();
    let first = server.reset_link(STAR_HARVEST, "John").await;
    let of_ada = server.reset_link(STAR_HARVEST, "ada").await;
    let elsewhere = server.reset_link(NEON_DRIFT, "John").await;
    let second = server.reset_link(STAR_HARVEST, "john@example.com").await;
    for (project, link, status) in [
        (STAR_HARVEST, first, 404),
        (STAR_HARVEST, of_ada, 204),
        (NEON_DRIFT, elsewhere, 204),
        (STAR_HARVEST, second, 204),
    ] {
        assert_eq!(server.confirm(project, &body(&link)).await.status, status, "{link:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_code_expires() {
    for (ttl, wait, outcome) in [
        ("60", 59, "204"),
        ("60", 60, r#"404 "003-061""#),
        ("", 3_599, "204"),
        ("", 3_600, r#"404 "003-061""#),
    ] {
        let server = Server::with(&[("LOGIN_CODE_TTL_SECONDS", ttl)]);
        let link = server.reset_link(STAR_HARVEST, "John").await;
        advance(Duration::from_secs(wait)).await;
        assert_eq!(server.confirm(STAR_HARVEST, &body(&link)).await.outcome(), outcome, "{wait} s of {ttl}");
    }
}

#[tokio::test]
async fn responds_to_each_sign_in_with_its_status_and_code() {
    let server = Server::new();
    let ada = r#"{"username":"ada","password":"old-password"}"#;
    for (project, body, outcome) in [
        (STAR_HARVEST, ada, "200"),
        (TWIN_GATES, ada, "200"),
        (STAR_HARVEST, r#"{"username":"ADA@example.com","password":"old-password"}"#, "200"),
        (STAR_HARVEST, r#"{"username":"ada","password":"Old-password"}"#, r#"401 "003-001""#),
        (STAR_HARVEST, r#"{"username":"Nobody","password":"old-password"}"#, r#"401 "003-001""#),
        (STAR_HARVEST, r#"{"username":"gone","password":"old-password"}"#, r#"401 "003-001""#),
        (STAR_HARVEST, r#"{"username":"ada"}"#, "400 0 password"),
        (STAR_HARVEST, r#"{"username":"ada","password":1}"#, "400 0 password"),
        (STAR_HARVEST, r#"{"password":"old-password"}"#, "400 0 username"),
        (STAR_HARVEST, "no JSON", "400 0 body"),
        ("1234", ada, "400 0 projectId"),
        (UNKNOWN_PROJECT, ada, r#"404 "003-019""#),
    ] {
        let response = server.post(&format!("/api/login?projectId={project}"), body).await;
        assert_eq!(response.outcome(), outcome, "{project} {body}");
        if response.status == 200 {
            assert_eq!(response.json(), json!({ "login_url": "http://localhost:8000/signed-in.html" }));
        }
    }
}
