//! Responses: each has one outcome, and reports a wait only if the header has one.

#![no_main]

use std::time::UNIX_EPOCH;

use libfuzzer_sys::fuzz_target;
use xsolla_password_reset::Error;
use xsolla_password_reset::internals::{ApiResponse, ErrorObject};

// A response as lines of text: time of arrival, status, `Retry-After`, code, description. The last three may be absent.
fuzz_target!(|text: &str| {
    let mut lines = text.split('\n');
    let Some(received_at_ms) = lines.next().and_then(|line| line.parse().ok()) else { return };
    let Some(status) = lines.next().and_then(|line| line.parse().ok()) else { return };
    let retry_after = lines.next();
    let object = lines.next().map(|code| (code, lines.next().unwrap_or_default()));
    let error = object.map(|(code, description)| ErrorObject {
        code: code.into(),
        description: description.into(),
        details: None,
    });
    let response =
        ApiResponse { status, date: None, retry_after: retry_after.map(Into::into), error, received_at_ms };
    match (response.into_result(), status) {
        (Ok(()), 204) => {}
        (Err(Error::UnexpectedResponse { status: reported }), _) => {
            assert!(reported == status && status != 204 && status != 429);
            assert!(object.is_none() || !(400..=599).contains(&status));
        }
        (Err(Error::Rejected { status: reported, code, description, .. }), 400..=599) if status != 429 => {
            assert_eq!((reported, Some((&*code, &*description))), (status, object));
        }
        (Err(Error::RateLimited { code, retry_after_ms, .. }), 429) => {
            assert_eq!(code.as_deref(), object.map(|(code, _)| code));
            if let Some(header) = retry_after {
                check_wait(header, received_at_ms, retry_after_ms);
            }
        }
        outcome => panic!("{outcome:?}"),
    }
});

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
