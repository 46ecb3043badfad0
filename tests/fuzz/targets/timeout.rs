//! Time limits: an accepted one is a whole number in the range of a timer.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xsolla_password_reset::input::TimeoutMs;

fuzz_target!(|bytes: [u8; 8]| {
    let milliseconds = f64::from_le_bytes(bytes);
    let fits = milliseconds >= 1.0 && milliseconds <= 2_147_483_647.0 && milliseconds.trunc() == milliseconds;
    let limit = TimeoutMs::parse(milliseconds).ok().map(|limit| f64::from(limit.get()));
    assert_eq!(limit, fits.then_some(milliseconds));
});
