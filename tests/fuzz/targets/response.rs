//! Responses: each has one outcome, and reports a wait only if the header has one.

#![no_main]

use std::cell::Cell;
use std::time::UNIX_EPOCH;

use libfuzzer_sys::fuzz_target;
use xsolla_password_reset::internals::{Clock, Ended, Failure, Kind, RESPONDED, conclude};

// A response as lines of text: time of arrival, status, `Retry-After`, code. The last two may be absent.
fuzz_target!(|text: &str| {
    let mut lines = text.split('\n');
    let Some(received_at_ms) = lines.next().and_then(|line| line.parse().ok()) else { return };
    if received_at_ms > 8_640_000_000_000_000_u64 {
        return;
    }
    let Some(status) = lines.next().and_then(|line| line.parse().ok()) else { return };
    let retry_after = lines.next();
    let code = lines.next();
    let value =
        |text: Option<&str>| text.map_or(b"0\xff".to_vec(), |text| [b"4", text.as_bytes(), b"\xff"].concat());
    let message = [code, retry_after].map(value).concat();
    NOW_MS.set(received_at_ms);
    match (conclude(&Ended { ending: RESPONDED, status, message: &message }, CLOCK), status) {
        (Ok(()), 204) => {}
        (Err(Failure { kind: Kind::UnexpectedResponse, status: reported, .. }), _) => {
            assert!(reported == status && status != 204 && status != 429);
            assert!(code.is_none() || !(400..=599).contains(&status));
        }
        (Err(Failure { kind: Kind::Rejected, status: reported, code: found, .. }), 400..=599) if status != 429 => {
            assert_eq!((reported, found), (status, code));
        }
        (Err(Failure { kind: Kind::RateLimited, code: found, retry_after_ms, .. }), 429) => {
            assert_eq!(found, code);
            if let Some(header) = retry_after {
                check_wait(header, received_at_ms, retry_after_ms);
            }
        }
        outcome => panic!("{outcome:?}"),
    }
});

thread_local! {
    static NOW_MS: Cell<u64> = const { Cell::new(0) };
}

/// A clock that stands still, and parses dates as JavaScript does.
const CLOCK: Clock = Clock {
    now_ms: || NOW_MS.get() as f64,
    parse_ms: |date| {
        let date = if date.len() == 28 { date.trim_end_matches(" GMT") } else { date };
        let since =
            httpdate::parse_http_date(date).ok().and_then(|date| date.duration_since(UNIX_EPOCH).ok());
        since.map_or(f64::NAN, |since| since.as_millis() as f64)
    },
};

/// Seconds become milliseconds, and a date has the value that another parser returns.
fn check_wait(header: &str, received_at_ms: u64, reported_ms: Option<u64>) {
    const TOO_MUCH: u64 = 1 << 53;
    if header.bytes().all(|byte| byte.is_ascii_digit()) {
        let wait_ms = header.parse::<u64>().ok().and_then(|seconds| seconds.checked_mul(1000));
        assert_eq!(reported_ms, wait_ms.filter(|wait_ms| *wait_ms < TOO_MUCH), "{header}");
    } else if let Ok(date) = httpdate::parse_http_date(header)
        && !header.contains('-')
    {
        let date_ms = date.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as u64);
        let left_ms = date_ms.saturating_sub(received_at_ms);
        assert_eq!(reported_ms, Some(left_ms).filter(|left_ms| *left_ms < TOO_MUCH), "{header}");
    } else if let Some(reported_ms) = reported_ms {
        // A fraction of a second, a year of two digits, or a day that the month or the week lacks.
        assert!(reported_ms < TOO_MUCH, "{header}");
    }
}
