//! Base URLs: an accepted one leads to its own host, by https or on this machine, and contains nothing but a path.

#![no_main]

use libfuzzer_sys::fuzz_target;
use url::{Host, Url};
use xsolla_password_reset::input::BaseUrl;

fuzz_target!(|text: &str| {
    let Ok(base) = BaseUrl::parse(text) else { return };
    // A URL that the parser rejects is never sent.
    let Ok(url) = Url::parse(&[base.as_str(), "/password/reset/request?projectId=x"].concat()) else {
        return;
    };
    let is_loopback = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    assert!(url.scheme() == "https" || (url.scheme() == "http" && is_loopback), "{url}");
    assert_eq!((url.username(), url.password(), url.fragment()), ("", None, None));
    assert_eq!(url.query(), Some("projectId=x"));
    assert!(url.path().ends_with("/password/reset/request"));
});
