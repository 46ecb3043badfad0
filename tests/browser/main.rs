//! The crate in a real browser: `wasm-pack test --headless --chrome` or `--firefox`.

#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, reason = "a test")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "how a test fails")]

mod aborts_and_timeouts;
mod fetches;
mod live;
mod options;
mod responses;
mod rust_api;
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
