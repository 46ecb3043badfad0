//! `POST /api/login`.

use serde_json::{Value, json};

use crate::support::{STAR_HARVEST, Server, TWIN_GATES, UNKNOWN_PROJECT};

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
