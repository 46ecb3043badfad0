//! How a web app in Rust (Leptos, Yew, Dioxus, or none) asks for a reset: values are checked when they are read,
//! and every outcome is a case to decide on.

use xsolla_password_reset::input::{ProjectId, Rule, Username};
use xsolla_password_reset::{PasswordResetRequest, Server};

/// What a form gives becomes a request, or the first rule that it breaks.
fn read_form(project_id: &str, username: &str) -> Result<PasswordResetRequest, Rule> {
    Ok(PasswordResetRequest {
        project_id: ProjectId::parse(project_id)?,
        username: Username::parse(username)?,
        login_url: None,
        locale: None,
        server: Server::default(),
    })
}

/// Sends it, and says what to show.
#[cfg(target_arch = "wasm32")]
async fn submit(request: &PasswordResetRequest) -> String {
    use xsolla_password_reset::{Error, request_password_reset};

    match request_password_reset(request).await {
        Ok(()) => "If an account matches, a mail with a link is on its way.".into(),
        Err(Error::RateLimited { retry_after_ms, .. }) => {
            format!("Please wait {} seconds.", retry_after_ms.unwrap_or(60_000) / 1000)
        }
        Err(Error::Network { offline: true, .. }) => "You are offline.".into(),
        Err(error) => error.to_string(),
    }
}

fn main() {
    match read_form("11111111-1111-4111-8111-111111111111", "player@example.com") {
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
