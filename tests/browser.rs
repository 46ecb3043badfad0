//! The two calls as a page makes them, in a real browser: `wasm-pack test --headless --chrome` or `--firefox`.

#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, reason = "a test")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "how a test fails")]

#[path = "browser/aborts_and_timeouts.rs"]
mod aborts_and_timeouts;
#[path = "browser/answers.rs"]
mod answers;
#[path = "browser/fetches.rs"]
mod fetches;
#[path = "browser/live.rs"]
mod live;
#[path = "browser/options.rs"]
mod options;
#[path = "browser/rust_api.rs"]
mod rust_api;
#[path = "browser/support.rs"]
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
