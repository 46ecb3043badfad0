//! The two calls from Rust, in a real browser: `wasm-pack test --headless --chrome` or `--firefox`.
//!
//! What their JavaScript makes of any response, failure and signal is tested with the npm package, which shares it.

#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, reason = "a test")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "how a test fails")]

use std::alloc::System;
use std::pin::pin;
use std::task::{Context, Waker};
use std::time::Duration;

use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use xsolla_password_reset::{
    ApiConfig, Error, ErrorObject, PasswordResetConfirmation, PasswordResetRequest, Reason,
    confirm_password_reset, request_password_reset,
};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// An app may choose its own. It would not compile if the crate chose one.
#[global_allocator]
static ALLOCATOR: System = System;

#[wasm_bindgen(module = "/tests/browser/page.js")]
extern "C" {
    #[wasm_bindgen(js_name = replaceFetch)]
    fn replace_fetch(code: &str);
    #[wasm_bindgen(js_name = restoreFetch)]
    fn restore_fetch();
    #[wasm_bindgen(js_name = isSent)]
    fn is_sent() -> bool;
    #[wasm_bindgen(js_name = isAborted)]
    fn is_aborted() -> bool;
}

#[wasm_bindgen(module = "/tests/support/timers.js")]
extern "C" {
    type Timers;
    #[wasm_bindgen(js_name = countTimers)]
    fn count_timers() -> Timers;
    #[wasm_bindgen(method, getter)]
    fn running(this: &Timers) -> js_sys::Set;
}

const PROJECT: &str = "11111111-1111-4111-8111-111111111111";

/// The base URL of the local Login server, at compile time.
const LOGIN_SERVER: Option<&str> = option_env!("LOGIN_SERVER");

fn login_server() -> &'static str {
    LOGIN_SERVER.expect("run this with npm test, which starts the server")
}

fn request(base_url: &str, timeout: Duration) -> PasswordResetRequest {
    let mut config = ApiConfig::default();
    config.base_url = base_url.parse().unwrap();
    config.timeout = timeout.try_into().unwrap();
    PasswordResetRequest::new(PROJECT.parse().unwrap(), "live-rust".parse().unwrap()).config(config)
}

const LONG: Duration = Duration::from_secs(5);

/// The outcome of a request whose response is this JavaScript.
async fn outcome(response: &str, timeout: Duration) -> Result<(), Error> {
    let timers = count_timers();
    replace_fetch(response);
    let outcome = request_password_reset(&request("https://login.example.com", timeout)).await;
    restore_fetch();
    assert_eq!(timers.running().size(), 0);
    outcome
}

#[wasm_bindgen_test]
async fn a_request_is_accepted() {
    assert_eq!(request_password_reset(&request(login_server(), LONG)).await, Ok(()));
}

#[wasm_bindgen_test]
async fn a_rejection_is_an_error_to_match_on() {
    let mut config = ApiConfig::default();
    config.base_url = login_server().parse().unwrap();
    let code = "unknown".parse().unwrap();
    let confirmation =
        PasswordResetConfirmation::new(PROJECT.parse().unwrap(), "secret".parse().unwrap(), code)
            .config(config);
    let outcome = confirm_password_reset(&confirmation).await;
    assert!(
        matches!(outcome, Err(Error::Rejected { status: 404, reason: Reason::ObjectNotFound, .. })),
        "{outcome:?}"
    );
}

#[wasm_bindgen_test]
async fn a_limited_request_reports_its_error_object_and_the_wait() {
    let limited = r#"new Response('{"error":{"code":"002-058","description":"said","details":[1]}}', {
        status: 429, headers: { "Retry-After": "7" } })"#;
    let Err(Error::RateLimited { error: Some(error), reason, retry_after_ms }) = outcome(limited, LONG).await
    else {
        panic!("not limited");
    };
    let ErrorObject { code, description, details, .. } = error;
    assert_eq!((code.as_str(), description.as_str()), ("002-058", "said"));
    assert!(details.is_some());
    assert_eq!((reason, retry_after_ms), (Reason::TooManyAttempts, Some(7000)));

    let until =
        r#"new Response(null, { status: 429, headers: { "Retry-After": "Fri, 31 Dec 9999 23:59:59 GMT" } })"#;
    let limited = outcome(until, LONG).await;
    assert!(
        matches!(limited, Err(Error::RateLimited { retry_after_ms: Some(1_000_000_000_000..), .. })),
        "{limited:?}"
    );
}

#[wasm_bindgen_test]
async fn a_closed_port_is_a_network_error() {
    let timers = count_timers();
    let error = request_password_reset(&request("http://127.0.0.1:9", LONG)).await.unwrap_err();
    assert!(matches!(error, Error::Network { offline: false, .. }));
    assert_eq!(timers.running().size(), 0);
}

#[wasm_bindgen_test]
async fn the_time_limit_ends_a_request() {
    let limit = Duration::from_millis(30);
    assert_eq!(outcome("new Promise(() => {})", limit).await, Err(Error::Timeout { timeout_ms: 30 }));
}

#[wasm_bindgen_test]
fn dropping_the_future_aborts_the_request() {
    let timers = count_timers();
    replace_fetch("new Promise(() => {})");
    let request = request("https://login.example.com", LONG);
    {
        let mut call = pin!(request_password_reset(&request));
        assert!(call.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        assert!(is_sent() && !is_aborted());
    }
    assert!(is_aborted());
    assert_eq!(timers.running().size(), 0);
    restore_fetch();
}
