//! `POST /api/password/reset/confirm` and `POST /api/login`.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::advance;

use crate::support::{
    DEEP_FORGE, IRON_VAULT, Link, NEON_DRIFT, STAR_HARVEST, Server, TWIN_GATES, UNKNOWN_PROJECT,
};

const NEW: &str = "a new password";

fn body(link: &Link) -> Value {
    json!({ "new_password": NEW, "reset_code": link.get("reset_code") })
}

/// A body for John's code, with one field changed or, if `null`, removed.
fn body_with(link: &Link, field: &str, value: Value) -> Value {
    let mut body = body(link);
    match value {
        Value::Null => body.as_object_mut().unwrap().remove(field),
        value => body.as_object_mut().unwrap().insert(field.to_owned(), value),
    };
    body
}

/// Project, changed field, its value → status, code, fields named in the response.
type Row = (&'static str, &'static str, Value, u16, Value, &'static [&'static str]);

#[tokio::test]
async fn responds_to_each_bad_confirmation_with_its_status_and_code_and_keeps_the_code() {
    let server = Server::new();
    let link = server.reset_link(STAR_HARVEST, "John").await;
    let other_user = "11111111-1111-4111-8111-111111111113";
    let rows: [Row; 17] = [
        (STAR_HARVEST, "new_password", Value::Null, 400, json!(0), &["new_password"]),
        (STAR_HARVEST, "new_password", json!(123_456), 400, json!(0), &["new_password"]),
        (STAR_HARVEST, "reset_code", Value::Null, 400, json!(0), &["reset_code"]),
        (STAR_HARVEST, "reset_code", json!(""), 400, json!(0), &["reset_code"]),
        (STAR_HARVEST, "reset_code", json!(7), 400, json!(0), &["reset_code"]),
        (STAR_HARVEST, "user_id", json!("not-a-uuid"), 400, json!(0), &["user_id"]),
        (STAR_HARVEST, "user_id", json!(7), 400, json!(0), &["user_id"]),
        (STAR_HARVEST, "verify_code", json!(7), 400, json!(0), &["verify_code"]),
        ("1234", "user_id", json!(7), 400, json!(0), &["projectId", "user_id"]),
        (UNKNOWN_PROJECT, "", Value::Null, 404, json!("003-019"), &[]),
        (NEON_DRIFT, "", Value::Null, 404, json!("003-061"), &[]),
        (
            STAR_HARVEST,
            "reset_code",
            json!("ABJ8UKuTvNILBAEdfiKIpgHtiz6teYVPXMBFdpaw5mI"),
            404,
            json!("003-061"),
            &[],
        ),
        (STAR_HARVEST, "user_id", json!(other_user), 404, json!("003-002"), &[]),
        (STAR_HARVEST, "new_password", json!(""), 422, json!("0"), &["new_password"]),
        (STAR_HARVEST, "new_password", json!("five5"), 422, json!("0"), &["new_password"]),
        (STAR_HARVEST, "new_password", json!("x".repeat(101)), 422, json!("0"), &["new_password"]),
        (STAR_HARVEST, "new_password", json!("é".repeat(5)), 422, json!("0"), &["new_password"]),
    ];
    for (project, field, value, status, code, fields) in rows {
        let row = format!("{project} {field} = {value}");
        let response = server.confirm(project, body_with(&link, field, value)).await;
        assert_eq!(response.status, status, "{row}");
        assert_eq!(response.code(), code, "{row}");
        assert_eq!(response.fields(), fields, "{row}");
        response.assert_readable_by_page();
    }
    let unreadable = format!("/api/password/reset/confirm?projectId={STAR_HARVEST}");
    let response = server.post(&unreadable, "new_password=x").await;
    assert_eq!((response.status, response.code()), (400, json!(0)));

    assert_eq!(server.log_in(STAR_HARVEST, "John", "old-password").await.status, 200);
    assert_eq!(server.confirm(STAR_HARVEST, body(&link)).await.status, 204);
}

#[tokio::test]
async fn a_project_accepts_only_passwords_that_meet_its_policy() {
    let server = Server::new();
    let link = server.reset_link(IRON_VAULT, "John").await;
    for weak in
        ["Short-12!", "no-capital-12!", "NO-SMALL-12!", "Few-Digits1!", "Nothing-Special12", "Bracket<12!"]
    {
        let response = server.confirm(IRON_VAULT, body_with(&link, "new_password", json!(weak))).await;
        assert_eq!((response.status, response.fields()), (422, vec!["new_password".to_owned()]), "{weak}");
    }
    assert_eq!(
        server.confirm(IRON_VAULT, body_with(&link, "new_password", json!("Battery-12!"))).await.status,
        204
    );
}

#[tokio::test]
async fn sets_the_password_once() {
    let server = Server::new();
    let link = server.reset_link(STAR_HARVEST, "John").await;
    let body = body_with(&link, "user_id", json!(link.get("user_id")));

    let response = server.confirm(STAR_HARVEST, body.clone()).await;
    assert_eq!((response.status, response.body.as_str()), (204, ""));
    response.assert_readable_by_page();

    assert_eq!(server.log_in(STAR_HARVEST, "John", "old-password").await.status, 401);
    assert_eq!(server.log_in(STAR_HARVEST, "John", NEW).await.status, 200);
    // Players of the same name in other projects are other players.
    assert_eq!(server.log_in(NEON_DRIFT, "John", "old-password").await.status, 200);
    let again = server.confirm(STAR_HARVEST, body).await;
    assert_eq!((again.status, again.code()), (404, json!("003-061")));
}

#[tokio::test]
async fn accepts_passwords_of_6_to_100_characters() {
    for password in ["sixsix".to_owned(), "é".repeat(6), "x".repeat(100), "日".repeat(100)] {
        let server = Server::new();
        let link = server.reset_link(STAR_HARVEST, "John").await;
        let response = server.confirm(STAR_HARVEST, body_with(&link, "new_password", json!(password))).await;
        assert_eq!(response.status, 204, "{password}");
        assert_eq!(server.log_in(STAR_HARVEST, "John", &password).await.status, 200, "{password}");
    }
}

#[tokio::test]
async fn custom_storage_requires_the_verify_code() {
    let server = Server::new();
    let link = server.reset_link(DEEP_FORGE, "John").await;
    for wrong in [Value::Null, json!(""), json!("wrong")] {
        let response = server.confirm(DEEP_FORGE, body_with(&link, "verify_code", wrong)).await;
        assert_eq!((response.status, response.code()), (422, json!("0")));
        assert_eq!(response.fields(), ["verify_code"]);
    }
    let right = body_with(&link, "verify_code", json!(link.get("verify_code")));
    assert_eq!(server.confirm(DEEP_FORGE, right).await.status, 204);
    assert_eq!(server.log_in(DEEP_FORGE, "John", NEW).await.status, 200);
}

#[tokio::test]
async fn a_new_request_invalidates_the_earlier_code_of_that_player_only() {
    let server = Server::new();
    let first = server.reset_link(STAR_HARVEST, "John").await;
    let of_ada = server.reset_link(STAR_HARVEST, "ada").await;
    let elsewhere = server.reset_link(NEON_DRIFT, "John").await;
    let second = server.reset_link(STAR_HARVEST, "john@example.com").await;
    assert_ne!(first.get("reset_code"), second.get("reset_code"));
    for (project, link, status) in [
        (STAR_HARVEST, first, 404),
        (STAR_HARVEST, of_ada, 204),
        (NEON_DRIFT, elsewhere, 204),
        (STAR_HARVEST, second, 204),
    ] {
        assert_eq!(server.confirm(project, body(&link)).await.status, status, "{link:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_code_expires() {
    for (ttl, wait, status) in [("60", 59, 204), ("60", 60, 404), ("", 3_599, 204), ("", 3_600, 404)] {
        let server = Server::with(&[("LOGIN_CODE_TTL_SECONDS", ttl)]);
        let link = server.reset_link(STAR_HARVEST, "John").await;
        advance(Duration::from_secs(wait)).await;
        let response = server.confirm(STAR_HARVEST, body(&link)).await;
        assert_eq!(response.status, status, "{wait} s of {ttl}");
        if status == 404 {
            assert_eq!(response.code(), json!("003-061"));
        }
    }
}

#[tokio::test]
async fn responds_to_each_sign_in_with_its_status_and_code() {
    let server = Server::new();
    let ada = r#"{"username":"ada","password":"old-password"}"#;
    let rows = [
        (STAR_HARVEST, ada, 200, Value::Null),
        (TWIN_GATES, ada, 200, Value::Null),
        (STAR_HARVEST, r#"{"username":"ADA@example.com","password":"old-password"}"#, 200, Value::Null),
        (STAR_HARVEST, r#"{"username":"ada","password":"Old-password"}"#, 401, json!("003-001")),
        (STAR_HARVEST, r#"{"username":"Nobody","password":"old-password"}"#, 401, json!("003-001")),
        (STAR_HARVEST, r#"{"username":"gone","password":"old-password"}"#, 401, json!("003-001")),
        (STAR_HARVEST, r#"{"username":"ada"}"#, 400, json!(0)),
        (STAR_HARVEST, r#"{"username":"ada","password":1}"#, 400, json!(0)),
        (STAR_HARVEST, r#"{"password":"old-password"}"#, 400, json!(0)),
        (STAR_HARVEST, "no JSON", 400, json!(0)),
        ("1234", ada, 400, json!(0)),
        (UNKNOWN_PROJECT, ada, 404, json!("003-019")),
    ];
    for (project, body, status, code) in rows {
        let response = server.post(&format!("/api/login?projectId={project}"), body).await;
        assert_eq!(response.status, status, "{project} {body}");
        response.assert_readable_by_page();
        if status == 200 {
            assert_eq!(response.json(), json!({ "login_url": "http://localhost:8000/signed-in.html" }));
        } else {
            assert_eq!(response.code(), code, "{project} {body}");
        }
    }
}
