//! Time limits: an accepted one is a whole number in the range of a timer.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xsolla_password_reset::input::Timeout;

fuzz_target!(|text: &str| {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let limit = text.parse::<u64>().ok().filter(|limit| is_number && (1..=2_147_483_647).contains(limit));
    assert_eq!(Timeout::parse(text).ok().map(|limit| limit.as_millis().into()), limit);
});
