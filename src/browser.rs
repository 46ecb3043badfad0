//! Everything that needs a JavaScript host.

#[cfg(all(feature = "package", not(target_feature = "atomics")))]
mod allocator;
#[cfg(any(feature = "exports", feature = "package"))]
mod error;
#[cfg(not(feature = "package"))]
mod exchange;
#[cfg(feature = "exports")]
pub mod exports;
#[cfg(feature = "fault-injection")]
mod fault_injection;
#[cfg(feature = "package")]
mod package;

use gloo_net::http::QueryParams;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::UrlSearchParams;

use crate::http::HttpRequest;
use crate::response::Clock;

#[cfg(not(feature = "package"))]
pub use exchange::{confirm_password_reset, request_password_reset};

#[wasm_bindgen(module = "/src/browser/exchange.js")]
extern "C" {
    /// A function, because wasm-bindgen adds error handling to a constructor that can throw.
    #[wasm_bindgen(js_name = newQuery)]
    fn new_query() -> UrlSearchParams;

    #[wasm_bindgen(js_name = toList)]
    fn to_js_list(url: &str, body: &str) -> Array;
}

/// JavaScript's `Date`.
const CLOCK: Clock = Clock { now_ms: js_sys::Date::now, parse_ms: js_sys::Date::parse };

/// The request as `exchange.js` takes it: a list of the URL, the JSON body and, if the URL has more parameters, the query.
fn to_list(request: &HttpRequest) -> Array {
    let list = to_js_list(&request.url, &request.body);
    let mut query = None;
    for (name, value) in request.query() {
        let add_query = || {
            let params = new_query();
            list.push(&params);
            QueryParams::from_raw(params)
        };
        query.get_or_insert_with(add_query).append(name, value);
    }
    list
}
