//! Sends a request and reads how its exchange ended. The waiting, for the response, the time limit or the caller's signal,
//! is JavaScript: between the two steps a call holds nothing here.

use gloo_net::http::QueryParams;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::UrlSearchParams;

use super::not_sent;
use super::value_queue::ValueQueue;
use crate::answer::{Answer, ErrorObject};
use crate::call::Call;
use crate::error::Error;
use crate::input::{Issue, Rule, TimeoutMs};
use crate::text::join;

#[wasm_bindgen(module = "/src/browser/exchange.js")]
extern "C" {
    /// Resolves with the values that [`outcome`] takes, and never rejects.
    fn exchange(
        url: &str,
        query: &UrlSearchParams,
        fields: &JsValue,
        timeout_ms: u32,
        signal: &JsValue,
        substitute: &JsValue,
    ) -> Promise;

    #[wasm_bindgen(js_name = newQuery)]
    fn new_query() -> UrlSearchParams;
}

// How an exchange ended. `exchange.js` declares the same numbers, and a native test compares them.
const RESPONDED: u32 = 0;
const FAILED: u32 = 1;
const TIMED_OUT: u32 = 2;
const ABORTED: u32 = 3;

/// What the caller supplies for the exchange; `undefined` where there is nothing.
#[derive(Debug, Default)]
pub struct Transport {
    /// Aborts the call.
    pub signal: JsValue,
    /// Replaces the global `fetch`.
    pub fetch: JsValue,
}

/// Starts the exchange. `waited_ms` of the time limit have passed already.
pub fn send(call: &Call, transport: &Transport, waited_ms: u32) -> Result<Promise, Error> {
    #[cfg(feature = "trap-for-tests")]
    call.body.fields().iter().for_each(|(_, text)| super::fault::provoke(text));
    let params = new_query();
    let query = QueryParams::from_raw(params.clone());
    for (name, value) in &call.query {
        query.append(name, value);
    }
    let fields = serde_wasm_bindgen::to_value(call.body.fields()).map_err(|error| not_sent(error.into()))?;
    let url = join(&[&call.base_url, call.path]);
    let timeout_ms = call.timeout.get().saturating_sub(waited_ms);
    Ok(exchange(&url, &params, &fields, timeout_ms, &transport.signal, &transport.fetch))
}

/// Reads how the exchange of a call with this time limit ended.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, and the milliseconds since 1970 fit"
)]
pub fn outcome(ending: &ValueQueue, timeout: TimeoutMs) -> Result<(), Error> {
    match ending.take_integer() {
        RESPONDED => {
            let status = ending.take_number() as u16;
            let received_at_ms = ending.take_number() as u64;
            let text = || ending.take_text();
            let (date, retry_after) = (text(), text());
            let error = text().map(|code| ErrorObject {
                code,
                description: text().unwrap_or_default(),
                details: Some(ending.take_value()).filter(|details| !details.is_undefined()).map(Into::into),
            });
            #[cfg(feature = "trap-for-tests")]
            error.iter().for_each(|error| super::fault::provoke(&error.code));
            Answer { status, date, retry_after, error, received_at_ms }.into_result()
        }
        FAILED => {
            Err(Error::Network { offline: ending.take_integer() != 0, cause: ending.take_value().into() })
        }
        TIMED_OUT => Err(Error::Timeout { timeout_ms: timeout.get() }),
        ABORTED => Err(Error::Aborted { cause: ending.take_value().into() }),
        _ => Err(Error::InvalidInput { issues: vec![Issue::new("signal", Rule::AbortSignal)] }),
    }
}
