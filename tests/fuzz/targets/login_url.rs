//! Callback URLs: an accepted one runs no code, and arrives unchanged.

#![no_main]

use fuzz::{ID, request, sent_query};
use libfuzzer_sys::fuzz_target;
use url::Url;
use xsolla_password_reset::input::LoginUrl;

fuzz_target!(|text: &str| {
    if LoginUrl::parse(text).is_err() {
        return;
    }
    if let Ok(url) = Url::parse(text) {
        assert!(!["javascript", "data", "blob", "file"].contains(&url.scheme()));
        assert!(!matches!(url.scheme(), "http" | "https") || url.has_host());
    }
    let request = request(ID, "John", Some(text)).unwrap();
    assert!(sent_query(&request).contains(&("login_url".into(), text.into())));
});
