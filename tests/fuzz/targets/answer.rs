//! Answers: each has one outcome, and says how long to wait only where the header does.

#![no_main]

use std::time::UNIX_EPOCH;

use libfuzzer_sys::fuzz_target;
use xsolla_password_reset::Error;
use xsolla_password_reset::answer::{Answer, ErrorObject};

/// An answer as lines of text: when it came, status, `Retry-After`, code, description. The last three may be absent.
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
    let answer = Answer { status, date: None, retry_after: retry_after.map(Into::into), error, received_at_ms };
    match (answer.into_result(), status) {
        (Ok(()), 204) => {}
        (Err(Error::UnexpectedResponse { status: told }), _) => {
            assert!(told == status && status != 204 && status != 429);
            assert!(object.is_none() || !(400..=599).contains(&status));
        }
        (Err(Error::Rejected { status: told, code, description, .. }), 400..=599) if status != 429 => {
            assert_eq!((told, Some((&*code, &*description))), (status, object));
        }
        (Err(Error::RateLimited { code, retry_after_ms, .. }), 429) => {
            assert_eq!(code.as_deref(), object.map(|(code, _)| code));
            if let Some(header) = retry_after {
                waits(header, received_at_ms, retry_after_ms);
            }
        }
        outcome => panic!("{outcome:?}"),
    }
});

/// Seconds are told as milliseconds, and a date that another parser reads as the same.
fn waits(header: &str, received_at_ms: u64, told_ms: Option<u64>) {
    const TOO_MUCH: u64 = 1 << 53;
    if header.bytes().all(|byte| byte.is_ascii_digit()) {
        let wait_ms = header.parse::<u64>().ok().and_then(|seconds| seconds.checked_mul(1000));
        assert_eq!(told_ms, wait_ms.filter(|wait_ms| *wait_ms < TOO_MUCH), "{header}");
    } else if let Ok(date) = httpdate::parse_http_date(header)
        && !header.contains('-')
    {
        let date_ms = date.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as u64);
        let left_ms = date_ms.saturating_sub(received_at_ms);
        assert_eq!(told_ms, Some(left_ms).filter(|left_ms| *left_ms < TOO_MUCH), "{header}");
    } else if let Some(told_ms) = told_ms {
        // A fraction of a second, a year of two digits, or a day that the month or the week lacks.
        assert!(told_ms < TOO_MUCH, "{header}");
    }
}
