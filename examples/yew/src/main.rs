//! A form in Yew that requests a reset: the input is parsed first, and every outcome is a case to match on.

use web_sys::HtmlInputElement;
use xsolla_password_reset::input::{ProjectId, Rule, Username};
use xsolla_password_reset::{Error, PasswordResetRequest, request_password_reset};
use yew::platform::spawn_local;
use yew::prelude::*;

/// Your project's ID, from Publisher Account.
const PROJECT_ID: &str = "11111111-1111-4111-8111-111111111111";

/// Parses what the player typed, or returns the rule that it breaks.
fn parse(username: &str) -> Result<PasswordResetRequest, Rule> {
    Ok(PasswordResetRequest::new(ProjectId::parse(PROJECT_ID)?, Username::parse(username)?))
}

/// Sends the request, and returns the text for the player: the same whether an account exists or not.
async fn send(request: PasswordResetRequest) -> String {
    match request_password_reset(&request).await {
        Ok(()) => "If an account matches, an email with a link is on its way.".into(),
        Err(Error::RateLimited { retry_after_ms, .. }) => {
            let seconds = retry_after_ms.unwrap_or(60_000).div_ceil(1000);
            format!("Please wait {seconds} seconds before you try again.")
        }
        Err(Error::Network { offline: true, .. }) => "You are offline.".into(),
        Err(Error::Network { .. } | Error::Timeout { .. }) => "No response. Please try again.".into(),
        Err(error) => {
            web_sys::console::warn_1(&error.to_string().into());
            "That did not work. Please try again later.".into()
        }
    }
}

/// The form.
#[component]
fn App() -> Html {
    let username = use_node_ref();
    let outcome = use_state(String::new);
    let is_sending = use_state(|| false);

    let onsubmit = {
        let (username, outcome, is_sending) = (username.clone(), outcome.clone(), is_sending.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = username.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            match parse(&typed) {
                Err(rule) => outcome.set(format!("Your email or username {rule}.")),
                Ok(request) => {
                    is_sending.set(true);
                    let (outcome, is_sending) = (outcome.clone(), is_sending.clone());
                    spawn_local(async move {
                        outcome.set(send(request).await);
                        is_sending.set(false);
                    });
                }
            }
        })
    };

    html! {
        <form {onsubmit}>
            <label>
                { "Email or username " }
                <input ref={username} name="username" autocomplete="username" />
            </label>
            { " " }
            <button disabled={*is_sending}>{ "Send link" }</button>
            <p><output>{ (*outcome).clone() }</output></p>
        </form>
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
