//! A call in, an answer out: the only place that does I/O.

use gloo_net::http::QueryParams;
use js_sys::{Date, Function, JSON};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

use super::limit::{Limit, Signal, Stop};
use super::response::{self, Response};
use crate::answer::Answer;
use crate::call::Call;
use crate::error::Error;

/// What the caller lends for the exchange.
#[derive(Debug, Default)]
pub struct Transport {
    /// Aborts the call.
    pub signal: Option<Signal>,
    /// Stands in for the global `fetch`.
    pub fetch: Option<Function>,
}

/// Sends a call, once, and reads the answer.
pub async fn send(call: &Call, transport: &Transport) -> Result<Answer, Error> {
    let limit = Limit::start(call.server.timeout, transport.signal.as_ref())?;
    let sent = start(call, transport.fetch.as_ref(), &limit.abort_signal());
    let response = match limit.race(sent).await {
        Ok(response) => Response::from(response),
        Err(Stop::Failed(cause)) => {
            return Err(Error::Network { offline: is_offline(), cause: cause.into() });
        }
        Err(Stop::Over(error)) => return Err(error),
    };
    let status = response.status();
    let error = if Answer::may_explain(status) {
        match limit.race(response.json()).await {
            Ok(body) => response::error_object(&body),
            Err(Stop::Failed(_)) => None,
            Err(Stop::Over(error)) => return Err(error),
        }
    } else {
        None
    };
    Ok(Answer { status, retry_after: response.header("retry-after"), error, received_at_ms: now_ms() })
}

/// The second argument of `fetch`.
///
/// One header, because a custom one would fail the API's preflight. No cookies, no cache, no referrer, and a
/// redirect is never followed.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Init {
    method: &'static str,
    headers: Headers,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    body: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    signal: AbortSignal,
    credentials: &'static str,
    cache: &'static str,
    redirect: &'static str,
    referrer_policy: &'static str,
}

#[derive(Serialize)]
struct Headers {
    #[serde(rename = "Content-Type")]
    content_type: &'static str,
}

/// Calls `fetch`, which may throw, and answer with anything.
fn start(call: &Call, fetch: Option<&Function>, signal: &AbortSignal) -> Result<JsValue, JsValue> {
    let query = QueryParams::new();
    for (name, value) in &call.query {
        query.append(name, value);
    }
    let url = [call.server.base_url.as_str(), call.path, "?", &query.to_string()].concat();
    let init = Init {
        method: "POST",
        headers: Headers { content_type: "application/json" },
        body: JSON::stringify(&serde_wasm_bindgen::to_value(&call.body)?)?.into(),
        signal: signal.clone(),
        credentials: "omit",
        cache: "no-store",
        redirect: "manual",
        referrer_policy: "no-referrer",
    };
    let init = serde_wasm_bindgen::to_value(&init)?;
    match fetch {
        Some(fetch) => fetch.call2(&JsValue::UNDEFINED, &url.into(), &init),
        None => global_fetch(&url, &init),
    }
}

/// Milliseconds since 1970.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a date of our time fits")]
fn now_ms() -> u64 {
    Date::now() as u64
}

/// Whether the browser knows that there is no connection; it does not know when there is one.
fn is_offline() -> bool {
    NAVIGATOR.with(|navigator| {
        let on_line = navigator.as_ref().and_then(|navigator| navigator.on_line().ok());
        on_line.and_then(|on_line| on_line.as_bool()) == Some(false)
    })
}

#[wasm_bindgen]
extern "C" {
    /// Looked up at each call, so that a page may replace it.
    #[wasm_bindgen(catch, js_name = fetch)]
    fn global_fetch(url: &str, init: &JsValue) -> Result<JsValue, JsValue>;

    type Navigator;

    /// Absent outside browsers.
    #[wasm_bindgen(thread_local_v2, js_name = navigator)]
    static NAVIGATOR: Option<Navigator>;

    #[wasm_bindgen(method, getter, catch, js_name = onLine)]
    fn on_line(this: &Navigator) -> Result<JsValue, JsValue>;
}
