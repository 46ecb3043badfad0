//! Shared by the targets: the request as the server parses it.

use serde_json::Value;
use url::Url;
use xsolla_password_reset::internals::{HttpRequest, prepare};

/// A valid ID.
pub const ID: &str = "11111111-1111-4111-8111-111111111111";

/// What is sent for these texts, if they are valid; an absent one is `None`.
pub fn sent(confirms: bool, texts: &[Option<&str>]) -> Option<HttpRequest> {
    let mut message = b"\xff3".to_vec();
    for text in texts {
        message.extend(match text {
            Some(text) => [b"\xff4", text.as_bytes()].concat(),
            None => b"\xff0".to_vec(),
        });
    }
    // The base URL, the time limit, the signal and `fetch` are absent.
    message.extend(b"\xff0".repeat(4));
    prepare(confirms, &message).ok()
}

/// What is sent for these parameters, if they are valid.
pub fn request(project_id: &str, username: &str, login_url: Option<&str>) -> Option<HttpRequest> {
    sent(false, &[Some(project_id), Some(username), login_url, None])
}

/// Parses the query that is sent: names and decoded values.
pub fn sent_query(request: &HttpRequest) -> Vec<(String, String)> {
    let mut url = Url::parse(&request.url).unwrap();
    url.query_pairs_mut().extend_pairs(&request.query);
    Url::parse(url.as_str()).unwrap().query_pairs().into_owned().collect()
}

/// Parses the body that is sent.
pub fn sent_body(request: &HttpRequest) -> Value {
    serde_json::from_str(&request.body).unwrap()
}
