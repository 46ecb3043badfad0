//! The two calls from Rust.

use std::time::Duration;

use wasm_bindgen_test::wasm_bindgen_test;
use xsolla_password_reset::{
    ApiConfig, Error, PasswordResetConfirmation, PasswordResetRequest, Reason, confirm_password_reset,
    request_password_reset,
};

use super::live::BASE_URL;
use super::support::{PROJECT, timers_left};

fn config(base_url: &str) -> ApiConfig {
    let mut config = ApiConfig::default();
    config.base_url = base_url.parse().unwrap();
    config.timeout = Duration::from_secs(5).try_into().unwrap();
    config
}

#[wasm_bindgen_test]
async fn a_request_is_accepted() {
    let request = PasswordResetRequest::new(PROJECT.parse().unwrap(), "live-rust".parse().unwrap())
        .config(config(BASE_URL.unwrap()));
    assert_eq!(request_password_reset(&request).await, Ok(()));
}

#[wasm_bindgen_test]
async fn a_rejection_is_an_error_to_match_on() {
    let confirmation = PasswordResetConfirmation::new(
        PROJECT.parse().unwrap(),
        "secret".parse().unwrap(),
        "unknown".parse().unwrap(),
    )
    .config(config(BASE_URL.unwrap()));
    let outcome = confirm_password_reset(&confirmation).await;
    assert!(
        matches!(outcome, Err(Error::Rejected { status: 404, reason: Reason::ObjectNotFound, .. })),
        "{outcome:?}"
    );
}

#[wasm_bindgen_test]
async fn a_closed_port_is_a_network_error() {
    let request = PasswordResetRequest::new(PROJECT.parse().unwrap(), "live-rust".parse().unwrap())
        .config(config("http://127.0.0.1:9"));
    let error = request_password_reset(&request).await.unwrap_err();
    assert!(matches!(error, Error::Network { offline: false, .. }));
    assert_eq!(timers_left(), 0);
}
