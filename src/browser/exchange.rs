//! Sends a request and reads the result. `exchange.js` does all the waiting (for the response, the time limit and the
//! caller's signal): while a request is in flight, Rust holds nothing but its `PendingCall`. Waiting in Rust would add
//! 4.4 KB of brotli.

use gloo_net::http::QueryParams;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::UrlSearchParams;

use super::not_sent;
use super::value_queue::ValueQueue;
use crate::endpoint::Call;
use crate::error::Error;
use crate::input::{Issue, Rule, TimeoutMs};
use crate::response::{ApiResponse, ErrorObject};
use crate::text::concat;

#[wasm_bindgen(module = "/src/browser/exchange.js")]
extern "C" {
    /// Resolves with the values that [`outcome`] takes, and never rejects.
    fn exchange(
        url: &str,
        query: &UrlSearchParams,
        fields: &JsValue,
        timeout_ms: u32,
        signal: &JsValue,
        custom_fetch: &JsValue,
    ) -> Promise;

    #[wasm_bindgen(js_name = newQuery)]
    fn new_query() -> UrlSearchParams;
}

// How an exchange ended. `exchange.js` declares the same numbers, and a native test compares them.
const RESPONDED: u32 = 0;
const FAILED: u32 = 1;
const TIMED_OUT: u32 = 2;
const ABORTED: u32 = 3;

/// JavaScript objects supplied by the caller; `undefined` if not given.
#[derive(Debug, Default)]
pub struct Transport {
    /// Aborts the call.
    pub signal: JsValue,
    /// Called instead of the global `fetch`.
    pub fetch: JsValue,
}

/// Starts the exchange. `waited_ms` of the time limit have passed already.
pub fn send(call: &Call, transport: &Transport, waited_ms: u32) -> Result<Promise, Error> {
    #[cfg(feature = "fault-injection")]
    for (_, text) in call.body.fields() {
        super::fault_injection::inject(text);
    }
    // Passed to JavaScript as it is: that saves 416 bytes of brotli over its conversion to a string in Rust.
    let params = new_query();
    let query = QueryParams::from_raw(params.clone());
    for (name, value) in &call.query {
        query.append(name, value);
    }
    let fields = serde_wasm_bindgen::to_value(call.body.fields()).map_err(|error| not_sent(error.into()))?;
    let url = concat(&[&call.base_url, call.path]);
    let timeout_ms = call.timeout.get().saturating_sub(waited_ms);
    Ok(exchange(&url, &params, &fields, timeout_ms, &transport.signal, &transport.fetch))
}

/// Takes the result of the exchange of a call with this time limit.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, and the milliseconds since 1970 fit"
)]
pub fn outcome(result: &ValueQueue, timeout: TimeoutMs) -> Result<(), Error> {
    match result.take_integer() {
        RESPONDED => {
            let status = result.take_number() as u16;
            let received_at_ms = result.take_number() as u64;
            let text = || result.take_text();
            let (date, retry_after) = (text(), text());
            let error = text().map(|code| ErrorObject {
                code,
                description: text().unwrap_or_default(),
                details: Some(result.take_value()).filter(|details| !details.is_undefined()).map(Into::into),
            });
            #[cfg(feature = "fault-injection")]
            if let Some(error) = &error {
                super::fault_injection::inject(&error.code);
            }
            ApiResponse { status, date, retry_after, error, received_at_ms }.into_result()
        }
        FAILED => {
            Err(Error::Network { offline: result.take_integer() != 0, cause: result.take_value().into() })
        }
        TIMED_OUT => Err(Error::Timeout { timeout_ms: timeout.get() }),
        ABORTED => Err(Error::Aborted { cause: result.take_value().into() }),
        _ => Err(Error::InvalidInput { issues: vec![Issue::new("signal", Rule::AbortSignal)] }),
    }
}
