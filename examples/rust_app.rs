//! A web app in Rust that requests a reset: values are parsed first, and every outcome is a case to match on.

use xsolla_password_reset::PasswordResetRequest;
use xsolla_password_reset::input::{ProjectId, Rule, Username};

/// Parses the form into a request, or returns the first broken rule.
fn parse_form(project_id: &str, username: &str) -> Result<PasswordResetRequest, Rule> {
    Ok(PasswordResetRequest::new(ProjectId::parse(project_id)?, Username::parse(username)?))
}

/// Sends the request, and returns the text for the player.
#[cfg(target_arch = "wasm32")]
async fn submit(request: &PasswordResetRequest) -> String {
    use xsolla_password_reset::{Error, request_password_reset};

    match request_password_reset(request).await {
        Ok(()) => "If an account matches, an email with a link is on its way.".into(),
        Err(Error::RateLimited { retry_after_ms, .. }) => {
            format!("Please wait {} seconds.", retry_after_ms.unwrap_or(60_000).div_ceil(1000))
        }
        Err(Error::Network { offline: true, .. }) => "You are offline.".into(),
        Err(error) => error.to_string(),
    }
}

fn main() {
    match parse_form("11111111-1111-4111-8111-111111111111", "player@example.com") {
        #[cfg(target_arch = "wasm32")]
        Ok(request) => wasm_bindgen_futures::spawn_local(async move {
            let shown = submit(&request).await;
            web_sys::window().map(|window| window.alert_with_message(&shown));
        }),
        #[cfg(not(target_arch = "wasm32"))]
        Ok(request) => println!("{request:?} can be sent from a browser only"),
        Err(rule) => eprintln!("{rule}"),
    }
}
