//! A server in the same process, and functions that call it.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, header},
};
use http_body_util::BodyExt;
use login_server::{App, Config, router};
use serde_json::{Value, json};
use tower::ServiceExt;
use url::Url;

pub const STAR_HARVEST: &str = "11111111-1111-4111-8111-111111111111";
pub const DEEP_FORGE: &str = "22222222-2222-4222-8222-222222222222";
pub const NEON_DRIFT: &str = "33333333-3333-4333-8333-333333333333";
pub const TWIN_GATES: &str = "44444444-4444-4444-8444-444444444444";
pub const OPEN_LEDGER: &str = "55555555-5555-4555-8555-555555555555";
pub const SLOW_BOAT: &str = "66666666-6666-4666-8666-666666666666";
pub const IRON_VAULT: &str = "77777777-7777-4777-8777-777777777777";
pub const ODD_HARBOUR: &str = "88888888-8888-4888-8888-888888888888";
pub const UNKNOWN_PROJECT: &str = "99999999-9999-4999-8999-999999999999";

pub const ORIGIN: &str = "http://localhost:8000";

pub struct Server(Router);

pub struct TestResponse {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Server {
    pub fn new() -> Self {
        Self::with(&[])
    }

    /// A server without a rate limit.
    pub fn unlimited() -> Self {
        Self::with(&[("LOGIN_REQUESTS_PER_MINUTE", "1000")])
    }

    pub fn with(settings: &[(&str, &str)]) -> Self {
        let lookup =
            |name: &str| settings.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        Self(router(App::new(Config::read(lookup).unwrap()).unwrap()))
    }

    pub async fn send(&self, request: Request<Body>) -> TestResponse {
        let response = self.0.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        TestResponse {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    }

    /// Sends a request without a body to `localhost`.
    pub async fn call(&self, method: &str, path: &str) -> TestResponse {
        self.send(request(method, path).body(Body::empty()).unwrap()).await
    }

    pub async fn get(&self, path: &str) -> TestResponse {
        self.call("GET", path).await
    }

    /// Posts a JSON text as a page of an allowed origin does.
    pub async fn post(&self, path: &str, body: impl Into<String>) -> TestResponse {
        self.post_as("application/json", path, body).await
    }

    pub async fn post_as(&self, content_type: &str, path: &str, body: impl Into<String>) -> TestResponse {
        let request = request("POST", path)
            .header(header::ORIGIN, ORIGIN)
            .header(header::CONTENT_TYPE, content_type)
            .body(Body::from(body.into()))
            .unwrap();
        self.send(request).await
    }

    /// Requests a reset; `query` is added after the project.
    pub async fn ask(&self, project: &str, query: &str, username: &str) -> TestResponse {
        let path = format!("/api/password/reset/request?projectId={project}{query}");
        self.post(&path, json!({ "username": username }).to_string()).await
    }

    pub async fn confirm(&self, project: &str, body: Value) -> TestResponse {
        let path = format!("/api/password/reset/confirm?projectId={project}");
        self.post(&path, body.to_string()).await
    }

    pub async fn log_in(&self, project: &str, username: &str, password: &str) -> TestResponse {
        let path = format!("/api/login?projectId={project}");
        self.post(&path, json!({ "username": username, "password": password }).to_string()).await
    }

    pub async fn mails(&self) -> Vec<Value> {
        self.get("/mailbox.json").await.json().as_array().unwrap().clone()
    }

    /// Requests a reset, and returns the link in the mail.
    pub async fn reset_link(&self, project: &str, username: &str) -> Link {
        let response = self.ask(project, "", username).await;
        assert_eq!(response.status, 204, "{}", response.body);
        Link::in_mail(&self.mails().await[0])
    }
}

pub fn request(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header(header::HOST, "localhost:8001")
}

impl TestResponse {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("not JSON: {}", self.body))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The `code` of the error object, as it was sent: text or number.
    pub fn code(&self) -> Value {
        self.json()["error"]["code"].clone()
    }

    /// The fields that `details` names.
    pub fn fields(&self) -> Vec<String> {
        let error = &self.json()["error"];
        error["details"].as_object().map_or(Vec::new(), |details| details.keys().cloned().collect())
    }

    /// Asserts that a page of an allowed origin may read this response.
    pub fn assert_readable_by_page(&self) {
        assert_eq!(self.header("access-control-allow-origin"), Some(ORIGIN));
        assert_eq!(self.header("access-control-expose-headers"), Some("retry-after"));
        assert_eq!(self.header("access-control-allow-credentials"), None);
    }
}

/// The link of a mail.
#[derive(Debug)]
pub struct Link(pub Url);

impl Link {
    pub fn in_mail(mail: &Value) -> Self {
        Self(mail["link"].as_str().unwrap().parse().unwrap())
    }

    pub fn find(&self, name: &str) -> Option<String> {
        self.0.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    }

    pub fn get(&self, name: &str) -> String {
        self.find(name).unwrap_or_else(|| panic!("no {name} in the link"))
    }
}
