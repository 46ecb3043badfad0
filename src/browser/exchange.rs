//! A call in, its outcome out. What waits (for the answer, the time limit, the caller's signal) is `js/exchange.js`:
//! between its two steps a call holds nothing here.

use gloo_net::http::QueryParams;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::UrlSearchParams;

use super::failed;
use super::values::Values;
use crate::answer::{Answer, ErrorObject};
use crate::call::Call;
use crate::error::Error;
use crate::input::{Issue, Rule};

#[wasm_bindgen(module = "/js/exchange.js")]
extern "C" {
    /// Resolves with what [`outcome`] reads, and never rejects.
    fn exchange(
        base_url: &str,
        path: &str,
        query: &UrlSearchParams,
        fields: &JsValue,
        timeout_ms: u32,
        signal: &JsValue,
        substitute: &JsValue,
    ) -> Promise;

    /// Has what Rust exports as `outcome` read how an exchange ended.
    pub fn settled(exchange: &Promise, exports: &JsValue) -> Promise;

    /// Rejects.
    pub fn rejected(error: &JsValue) -> Promise;
}

/// What the caller lends for the exchange; `undefined` where there is none.
#[derive(Debug, Default)]
pub struct Transport {
    /// Aborts the call.
    pub signal: JsValue,
    /// Stands in for the global `fetch`.
    pub fetch: JsValue,
}

/// Starts the exchange.
pub fn send(call: &Call, transport: &Transport) -> Result<Promise, Error> {
    #[cfg(feature = "trap-for-tests")]
    call.body.fields().iter().for_each(|(_, text)| super::fault::provoke(text));
    let start = || {
        let params = UrlSearchParams::new()?;
        let query = QueryParams::from_raw(params.clone());
        for (name, value) in &call.query {
            query.append(name, value);
        }
        let fields = serde_wasm_bindgen::to_value(call.body.fields())?;
        let Transport { signal, fetch } = transport;
        Ok(exchange(&call.base_url, call.path, &params, &fields, call.timeout.get(), signal, fetch))
    };
    start().map_err(failed)
}

/// Reads how the exchange ended.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, and a date of our time fits"
)]
pub fn outcome(ending: &Values) -> Result<(), Error> {
    match ending.number() as u8 {
        0 => {
            let status = ending.number() as u16;
            let retry_after = ending.text();
            let received_at_ms = ending.number() as u64;
            let error = ending.text().map(|code| ErrorObject {
                code,
                description: ending.text().unwrap_or_default(),
                details: ending.value().map(Into::into),
            });
            #[cfg(feature = "trap-for-tests")]
            error.iter().for_each(|error| super::fault::provoke(&error.code));
            Answer { status, retry_after, error, received_at_ms }.into_result()
        }
        1 => Err(Error::Network {
            offline: ending.number() != 0.0,
            cause: ending.value().unwrap_or_default().into(),
        }),
        2 => Err(Error::Timeout { timeout_ms: ending.number() as u32 }),
        3 => Err(Error::Aborted { cause: ending.value().unwrap_or_default().into() }),
        _ => Err(Error::InvalidInput { issues: vec![Issue::new("signal", Rule::AbortSignal)] }),
    }
}
