//! The two calls from Rust.

use wasm_bindgen_test::wasm_bindgen_test;
use xsolla_password_reset::input::{BaseUrl, NewPassword, ProjectId, ResetCode, TimeoutMs, Username};
use xsolla_password_reset::{
    ApiConfig, Error, PasswordResetConfirmation, PasswordResetRequest, Reason, confirm_password_reset,
    request_password_reset,
};

use super::live::BASE_URL;
use super::support::{PROJECT, timers_left};

fn config(base_url: &str) -> ApiConfig {
    ApiConfig { base_url: BaseUrl::parse(base_url).unwrap(), timeout: TimeoutMs::parse(5000.0).unwrap() }
}

#[wasm_bindgen_test]
async fn a_request_is_accepted() {
    let request = PasswordResetRequest {
        project_id: ProjectId::parse(PROJECT).unwrap(),
        username: Username::parse("live-rust").unwrap(),
        login_url: None,
        locale: None,
        config: config(BASE_URL.unwrap()),
    };
    assert_eq!(request_password_reset(&request).await, Ok(()));
}

#[wasm_bindgen_test]
async fn a_rejection_is_an_error_to_match_on() {
    let confirmation = PasswordResetConfirmation {
        project_id: ProjectId::parse(PROJECT).unwrap(),
        new_password: NewPassword::parse("secret").unwrap(),
        reset_code: ResetCode::parse("unknown").unwrap(),
        user_id: None,
        verify_code: None,
        config: config(BASE_URL.unwrap()),
    };
    let outcome = confirm_password_reset(&confirmation).await;
    assert!(
        matches!(outcome, Err(Error::Rejected { status: 404, reason: Reason::ObjectNotFound, .. })),
        "{outcome:?}"
    );
}

#[wasm_bindgen_test]
async fn a_closed_port_is_a_network_error() {
    let request = PasswordResetRequest {
        project_id: ProjectId::parse(PROJECT).unwrap(),
        username: Username::parse("live-rust").unwrap(),
        login_url: None,
        locale: None,
        config: config("http://127.0.0.1:9"),
    };
    let error = request_password_reset(&request).await.unwrap_err();
    assert!(matches!(error, Error::Network { offline: false, .. }));
    assert_eq!(timers_left(), 0);
}
