//! A call in, its outcome out. What waits (for the answer, the time limit, the caller's signal) is `js/exchange.js`:
//! between its two steps a call holds nothing here.

use gloo_net::http::QueryParams;
use js_sys::{Array, Date, JSON, Promise};
use wasm_bindgen::prelude::*;
use web_sys::{RequestInit, UrlSearchParams};

use super::{error_object, value};
use crate::answer::Answer;
use crate::call::Call;
use crate::error::Error;
use crate::input::{Issue, Rule};
use crate::join::join;

#[wasm_bindgen(module = "/js/exchange.js")]
extern "C" {
    /// A promise that never rejects.
    #[wasm_bindgen(extends = Promise)]
    pub type Exchange;

    #[wasm_bindgen(method)]
    pub fn then(this: &Exchange, settle: &JsValue) -> Promise;

    /// Resolves with what [`outcome`] reads, and never rejects.
    fn exchange(
        url: &str,
        init: &RequestInit,
        timeout_ms: u32,
        signal: &JsValue,
        substitute: &JsValue,
    ) -> Exchange;
}

/// What the caller lends for the exchange; `undefined` where there is none.
#[derive(Debug, Default)]
pub struct Transport {
    /// Aborts the call.
    pub signal: JsValue,
    /// Stands in for the global `fetch`.
    pub fetch: JsValue,
}

/// What never changes in the second argument of `fetch`.
///
/// One header, because a custom one would fail the API's preflight. No cookies, no cache, no referrer, and a
/// redirect is never followed.
const INIT: &str = r#"{"method":"POST","headers":{"Content-Type":"application/json"},"credentials":"omit",
"cache":"no-store","redirect":"manual","referrerPolicy":"no-referrer"}"#;

/// Starts the exchange.
pub fn send(call: &Call, transport: &Transport) -> Result<Exchange, Error> {
    #[cfg(feature = "trap-for-tests")]
    call.body.fields().iter().for_each(|(_, text)| super::fault::provoke(text));
    let start = || {
        let init: RequestInit = JSON::parse(INIT)?.unchecked_into();
        init.set_body(&JSON::stringify(&value::object(call.body.fields())?)?.into());
        let url = url(call)?;
        Ok(exchange(&url, &init, call.server.timeout.get(), &transport.signal, &transport.fetch))
    };
    start().map_err(|cause: JsValue| Error::Network { offline: false, cause: cause.into() })
}

fn url(call: &Call) -> Result<String, JsValue> {
    let params = UrlSearchParams::new()?;
    let query = QueryParams::from_raw(params.clone());
    for (name, value) in &call.query {
        query.append(name, value);
    }
    let query = String::from(params.to_string());
    Ok(join(&[call.server.base_url.as_str(), call.path, "?", &query]))
}

/// Reads how the exchange ended.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, and a date of our time fits"
)]
pub fn outcome(ending: &Array) -> Result<(), Error> {
    let number = |index| ending.get(index).as_f64().unwrap_or_default();
    match number(0) as u8 {
        0 => {
            let answer = Answer {
                status: number(1) as u16,
                retry_after: ending.get(2).as_string(),
                error: error_object::read(&ending.get(3)),
                received_at_ms: Date::now() as u64,
            };
            #[cfg(feature = "trap-for-tests")]
            answer.error.iter().for_each(|error| super::fault::provoke(&error.code));
            answer.into_result()
        }
        1 => Err(Error::Network { offline: ending.get(2) == JsValue::TRUE, cause: ending.get(1).into() }),
        2 => Err(Error::Timeout { timeout_ms: number(1) as u32 }),
        3 => Err(Error::Aborted { cause: ending.get(1).into() }),
        _ => Err(Error::InvalidInput { issues: vec![Issue::new("signal", Rule::AbortSignal)] }),
    }
}
