//! Sends the page's requests from the launcher's process, where CORS does not apply.
//!
//! The page chooses the endpoint and the body, and nothing else: not the host, not the method, not the headers.

use std::time::Duration;

use serde::Serialize;
use ureq::Agent;
use url::{Position, Url};

/// The only address that the bridge sends to.
const LOGIN: &str = "https://login.xsolla.com";
const ENDPOINTS: [&str; 2] = ["/api/password/reset/request", "/api/password/reset/confirm"];

/// Frees the thread when the server never responds. It is longer than the package's own limit, 10 seconds by default,
/// so that the page reports `timeout`.
const TIME_LIMIT: Duration = Duration::from_secs(15);

/// The parts of a response, as `new Response(body, { status, headers })` takes them.
#[derive(Debug, Serialize)]
pub struct Response {
    status: u16,
    headers: Vec<(String, String)>,
    /// `None` if it is empty: a `Response` with status 204 must not have a body.
    body: Option<String>,
}

/// The command that the page invokes. An error rejects the page's promise with its text.
#[tauri::command]
pub async fn send_to_login(url: &str, body: String) -> Result<Response, String> {
    let url = allowed(url)?;
    // A client that blocks must not run on the threads that run all other commands.
    tauri::async_runtime::spawn_blocking(move || post(&url, &body, TIME_LIMIT))
        .await
        .map_err(|error| error.to_string())?
        .map_err(|error| error.to_string())
}

/// Parses a URL and checks it against the allow-list. The parser resolves `..` first, as the server would.
fn allowed(url: &str) -> Result<Url, String> {
    let rejection = || "This bridge sends only to the password reset of Xsolla Login".to_owned();
    let url = Url::parse(url).map_err(|_| rejection())?;
    // This part includes a username and a port, so that neither can be added.
    let is_login = &url[..Position::BeforePath] == LOGIN;
    if is_login && ENDPOINTS.contains(&url.path()) { Ok(url) } else { Err(rejection()) }
}

/// Sends JSON once. Every response is returned, whatever its status; a redirect is not followed.
fn post(url: &Url, json: &str, time_limit: Duration) -> Result<Response, ureq::Error> {
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(time_limit))
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .build()
        .into();
    let mut response = agent.post(url.as_str()).header("Content-Type", "application/json").send(json)?;
    let headers = response.headers().iter();
    Ok(Response {
        status: response.status().as_u16(),
        headers: headers
            .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into()))
            .collect(),
        body: Some(response.body_mut().read_to_string()?).filter(|body| !body.is_empty()),
    })
}

#[cfg(test)]
mod tests;
