//! The time limit of an exchange, and the caller's signal.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};

use crate::error::Error;
use crate::input::{Issue, Rule, TimeoutMs};

#[wasm_bindgen]
extern "C" {
    /// The caller's `AbortSignal`, of this realm or another. Nothing is taken for granted.
    #[derive(Debug)]
    pub type Signal;

    #[wasm_bindgen(method, catch, getter)]
    fn aborted(this: &Signal) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, getter)]
    fn reason(this: &Signal) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = addEventListener)]
    fn add_event_listener(this: &Signal, event: &str, listener: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = removeEventListener)]
    fn remove_event_listener(this: &Signal, event: &str, listener: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(handler: &JsValue, milliseconds: u32, argument: &JsValue) -> JsValue;

    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);
}

impl Signal {
    /// Takes what looks like an `AbortSignal`.
    pub fn read(value: JsValue) -> Result<Self, Rule> {
        let signal: Self = value.unchecked_into();
        match signal.aborted() {
            Ok(aborted) if aborted.as_bool().is_some() => Ok(signal),
            _ => Err(Rule::AbortSignal),
        }
    }

    fn is_aborted(&self) -> bool {
        self.aborted().is_ok_and(|aborted| aborted.is_truthy())
    }

    fn abort_error(&self) -> Error {
        Error::Aborted { cause: self.reason().unwrap_or_default().into() }
    }
}

/// Why a step of the exchange has no outcome.
pub enum Stop {
    /// It failed by itself, with this.
    Failed(JsValue),
    /// The exchange is over: time is up, or the caller aborted it.
    Over(Error),
}

/// Runs from its start until it is dropped, and then leaves nothing behind: no timer, no listener, no request.
pub struct Limit<'a> {
    timeout: TimeoutMs,
    signal: Option<&'a Signal>,
    controller: AbortController,
    /// Resolves when time is up, with the controller, and when the caller aborts.
    over: Promise,
    end: JsValue,
    timer: JsValue,
}

impl<'a> Limit<'a> {
    /// Starts the clock, unless the caller has aborted already.
    pub fn start(timeout: TimeoutMs, signal: Option<&'a Signal>) -> Result<Self, Error> {
        let controller =
            AbortController::new().map_err(|cause| Error::Network { offline: false, cause: cause.into() })?;
        let mut end = JsValue::UNDEFINED;
        let over = Promise::new(&mut |resolve, _| end = resolve.into());
        if let Some(signal) = signal {
            if signal.is_aborted() {
                return Err(signal.abort_error());
            }
            signal
                .add_event_listener("abort", &end)
                .map_err(|_| Error::InvalidInput { issues: vec![Issue::new("signal", Rule::AbortSignal)] })?;
        }
        let timer = set_timeout(&end, timeout.get(), &controller);
        Ok(Self { timeout, signal, controller, over, end, timer })
    }

    /// Tells `fetch` when to give up.
    pub fn abort_signal(&self) -> AbortSignal {
        self.controller.signal()
    }

    /// Waits for one step of the exchange, or for its end.
    pub async fn race(&self, step: Result<JsValue, JsValue>) -> Result<JsValue, Stop> {
        let step = step.map_err(Stop::Failed)?;
        let first = JsFuture::from(Promise::race(&Array::of2(&self.over, &step))).await;
        if let Some(signal) = self.signal.filter(|signal| signal.is_aborted()) {
            return Err(Stop::Over(signal.abort_error()));
        }
        match first {
            Ok(value) if value == *AsRef::<JsValue>::as_ref(&self.controller) => {
                Err(Stop::Over(Error::Timeout { timeout_ms: self.timeout.get() }))
            }
            first => first.map_err(Stop::Failed),
        }
    }
}

impl Drop for Limit<'_> {
    fn drop(&mut self) {
        clear_timeout(&self.timer);
        if let Some(signal) = self.signal {
            _ = signal.remove_event_listener("abort", &self.end);
        }
        self.controller.abort();
    }
}
