//! Callback URLs: an accepted one runs no code, and arrives unchanged.

#![no_main]

use fuzz::{request, sent_query};
use libfuzzer_sys::fuzz_target;
use url::Url;
use xsolla_password_reset::input::LoginUrl;

fuzz_target!(|text: &str| {
    let Ok(login_url) = LoginUrl::parse(text) else { return };
    if let Ok(url) = Url::parse(text) {
        assert!(!["javascript", "data", "blob", "file"].contains(&url.scheme()));
        assert!(!matches!(url.scheme(), "http" | "https") || url.has_host());
    }
    let mut request = request();
    request.login_url = Some(login_url);
    assert!(sent_query(&request.into()).contains(&("login_url".into(), text.into())));
});
