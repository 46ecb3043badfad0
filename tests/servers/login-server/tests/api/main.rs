//! Tests of the server from outside: statuses, bodies, headers, mails, pages, and the process. Here is a server in the
//! same process, and functions that call it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do"
)]

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request},
};
use http_body_util::BodyExt;
use login_server::{App, Config, router};
use serde_json::{Value, json};
use tower::ServiceExt;
use url::Url;

mod access;
mod confirm;
mod mail;
mod pages;
mod process;
mod request;

const STAR_HARVEST: &str = "11111111-1111-4111-8111-111111111111";
const DEEP_FORGE: &str = "22222222-2222-4222-8222-222222222222";
const NEON_DRIFT: &str = "33333333-3333-4333-8333-333333333333";
const TWIN_GATES: &str = "44444444-4444-4444-8444-444444444444";
const OPEN_LEDGER: &str = "55555555-5555-4555-8555-555555555555";
const SLOW_BOAT: &str = "66666666-6666-4666-8666-666666666666";
const IRON_VAULT: &str = "77777777-7777-4777-8777-777777777777";
const ODD_HARBOUR: &str = "88888888-8888-4888-8888-888888888888";
const UNKNOWN_PROJECT: &str = "99999999-9999-4999-8999-999999999999";

const ORIGIN: &str = "http://localhost:8000";
const HOST: (&str, &str) = ("host", "localhost:8001");

struct Server(Router);

impl Server {
    fn new() -> Self {
        Self::with(&[])
    }

    fn with(settings: &[(&str, &str)]) -> Self {
        let value = |name: &str| settings.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
        let config = Config::read(|name| value(name).map(str::to_owned)).unwrap();
        Self(router(&App::new(config).unwrap()))
    }

    async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> TestResponse {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let (parts, body) = self.0.clone().oneshot(request).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let body = String::from_utf8(body.to_vec()).unwrap();
        TestResponse { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    /// Sends a request without a body to `localhost`.
    async fn call(&self, method: &str, path: &str) -> TestResponse {
        self.send(method, path, &[HOST], "").await
    }

    async fn get(&self, path: &str) -> TestResponse {
        self.call("GET", path).await
    }

    /// Posts a text as a page of an allowed origin does, which may always read the response.
    async fn post_as(&self, content_type: &str, path: &str, body: &str) -> TestResponse {
        let headers = [HOST, ("origin", ORIGIN), ("content-type", content_type)];
        let response = self.send("POST", path, &headers, body).await;
        assert_eq!(response.header("access-control-allow-origin"), Some(ORIGIN));
        assert_eq!(response.header("access-control-expose-headers"), Some("retry-after"));
        assert_eq!(response.header("access-control-allow-credentials"), None);
        response
    }

    async fn post(&self, path: &str, body: &str) -> TestResponse {
        self.post_as("application/json", path, body).await
    }

    /// Requests a reset; `query` is added after the project.
    async fn ask(&self, project: &str, query: &str, username: &str) -> TestResponse {
        let path = format!("/api/password/reset/request?projectId={project}{query}");
        self.post(&path, &json!({ "username": username }).to_string()).await
    }

    async fn confirm(&self, project: &str, body: &Value) -> TestResponse {
        let path = format!("/api/password/reset/confirm?projectId={project}");
        self.post(&path, &body.to_string()).await
    }

    async fn log_in(&self, project: &str, username: &str, password: &str) -> u16 {
        let path = format!("/api/login?projectId={project}");
        self.post(&path, &json!({ "username": username, "password": password }).to_string()).await.status
    }

    async fn mails(&self) -> Vec<Value> {
        serde_json::from_value(self.get("/mailbox.json").await.json()).unwrap()
    }

    /// Requests a reset, and returns the link in the mail.
    async fn reset_link(&self, project: &str, username: &str) -> Link {
        let response = self.ask(project, "", username).await;
        assert_eq!(response.status, 204, "{}", response.body);
        Link::in_mail(&self.mails().await[0])
    }
}

struct TestResponse {
    status: u16,
    headers: HeaderMap,
    body: String,
}

impl TestResponse {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("not JSON: {}", self.body))
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The status, and what an error object says: its code, text or number, and the fields that `details` names.
    fn outcome(&self) -> String {
        if self.status < 400 {
            return self.status.to_string();
        }
        assert_eq!(self.header("content-type"), Some("application/json"));
        let error = &self.json()["error"];
        assert!(error["description"].is_string(), "{error}");
        let fields = error["details"].as_object().into_iter().flat_map(|details| details.keys());
        let words = [self.status.to_string(), error["code"].to_string()];
        words.iter().chain(fields).map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

/// The link of a mail.
#[derive(Debug)]
struct Link(Url);

impl Link {
    fn in_mail(mail: &Value) -> Self {
        Self(mail["link"].as_str().unwrap().parse().unwrap())
    }

    fn find(&self, name: &str) -> Option<String> {
        self.0.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    }

    fn get(&self, name: &str) -> String {
        self.find(name).unwrap_or_else(|| panic!("no {name} in the link"))
    }
}
