//! What a response, or the lack of one, means.

use crate::failure::{Failure, Kind};
use crate::message::Message;
use crate::reason::Reason;
use crate::text::{concat, is_digits, split_at_any, whole_number};

// How an exchange ended. `exchange.js` declares the same numbers; a native test compares them.
/// The server responded.
pub const RESPONDED: u32 = 0;
/// No response: `fetch` threw.
pub const FAILED: u32 = 1;
/// No response, and the browser reports that it is offline.
pub const OFFLINE: u32 = 2;
/// Nothing was sent: the caller's signal has no working `addEventListener`.
pub const INVALID_SIGNAL: u32 = 3;

/// The end of an exchange, as JavaScript reports it.
#[derive(Debug, Clone, Copy)]
pub struct Ended<'a> {
    /// How it ended.
    pub ending: u32,
    /// HTTP status; 0 for a redirect in a browser, which is never followed.
    pub status: u16,
    /// What was read of the response: the error object's code, and the headers `Retry-After` and `Date`.
    pub message: &'a [u8],
}

/// The platform's clock and calendar.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    /// The time, in milliseconds since 1970.
    pub now_ms: fn() -> f64,
    /// Parses a date as JavaScript's `Date.parse` does: milliseconds since 1970, or NaN.
    pub parse_ms: fn(&str) -> f64,
}

/// Returns the outcome of a call whose exchange has ended.
///
/// Only a response with status 204 is success.
///
/// # Errors
/// [`Kind::RateLimited`] for 429, [`Kind::Rejected`] for any other status from 400 to 599 with the documented error object, [`Kind::UnexpectedResponse`]
/// for any other response, and [`Kind::Offline`] or [`Kind::Network`] without one.
pub fn conclude<'a>(ended: &Ended<'a>, clock: Clock) -> Result<(), Failure<'a>> {
    let status = ended.status;
    let mut message = Message::new(ended.message);
    let code = message.take_string();
    let mut reason = code.map_or(Reason::Unknown, Reason::of);
    let mut retry_after_ms = None;
    let kind = match (ended.ending, status) {
        (FAILED, _) => Kind::Network,
        (OFFLINE, _) => Kind::Offline,
        (_, 204) => return Ok(()),
        (_, 429) => {
            if reason == Reason::Unknown {
                reason = Reason::TooManyAttempts;
            }
            let header = message.take_string();
            retry_after_ms = header.and_then(|header| wait_ms(header, message.take_string(), clock));
            Kind::RateLimited
        }
        (_, 400..=599) if code.is_some() => Kind::Rejected,
        _ => Kind::UnexpectedResponse,
    };
    Err(Failure { kind, status, code, reason, retry_after_ms })
}

/// The largest whole number that a JavaScript number holds exactly.
const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

/// The last time that JavaScript's `Date` can represent.
const MAX_DATE_MS: f64 = 8.64e15;

/// Parses a `Retry-After` header: seconds, or a date, which is compared with the response's `Date` or else with the clock.
///
/// Source: RFC 9110, section 10.2.3.
fn wait_ms(header: &str, date: Option<&str>, clock: Clock) -> Option<u64> {
    if let Some(seconds) = seconds(header.as_bytes()) {
        return Some(seconds * 1000);
    }
    let until_ms = http_date_ms(header, clock)?;
    let now_ms = date.and_then(|date| http_date_ms(date, clock)).unwrap_or_else(clock.now_ms);
    let wait_ms = (until_ms - now_ms).min(MAX_DATE_MS);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "in range; a past date becomes 0"
    )]
    Some(wait_ms as u64)
}

/// Parses seconds. Some servers add a fraction, which is rounded up.
fn seconds(text: &[u8]) -> Option<u64> {
    let (whole, fraction) = split_at_any(text, b".");
    let whole = whole_number(whole, 0, MAX_SAFE_INTEGER / 1000)?;
    let fraction = fraction.unwrap_or(b"0");
    let is_rounded_up = fraction.iter().any(|digit| *digit != b'0');
    (!fraction.is_empty() && is_digits(fraction)).then_some(whole + u64::from(is_rounded_up))
}

/// Parses one of the three formats of HTTP dates. Only they are passed to `Date.parse`, which also accepts `2`.
///
/// Source: RFC 9110, section 5.6.7.
fn http_date_ms(date: &str, clock: Clock) -> Option<f64> {
    let date_ms = match (date.len(), date.ends_with(" GMT")) {
        (29..=33, true) => (clock.parse_ms)(date),
        // The format of C's `asctime` has no time zone.
        (24, false) => (clock.parse_ms)(&concat(&[date, " GMT"])),
        _ => return None,
    };
    (0.0..=MAX_DATE_MS).contains(&date_ms).then_some(date_ms)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::cast_precision_loss, reason = "dates are exact")]
mod tests {
    use super::*;
    use std::time::UNIX_EPOCH;

    const NOW_MS: u64 = 784_111_777_000; // Sun, 06 Nov 1994 08:49:37 GMT

    /// A clock that stands still, and parses dates as JavaScript does.
    const CLOCK: Clock = Clock {
        now_ms: || NOW_MS as f64,
        parse_ms: |date| {
            // asctime's format has no time zone, in which `httpdate` differs from JavaScript.
            let is_asctime = date.len() == 28;
            let date = if is_asctime { date.trim_end_matches(" GMT") } else { date };
            let since =
                httpdate::parse_http_date(date).ok().and_then(|date| date.duration_since(UNIX_EPOCH).ok());
            since.map_or(f64::NAN, |since| since.as_millis() as f64)
        },
    };

    /// The outcome of a response with this status and error object, if it has one, and `Retry-After: 7`.
    fn result(status: u16, code: Option<&'static str>) -> Result<(), Failure<'static>> {
        let code = code.map_or("0".to_owned(), |code| format!("4{code}"));
        let message: &[u8] = [code.as_bytes(), b"\xff47\xff0\xff"].concat().leak();
        conclude(&Ended { ending: RESPONDED, status, message }, CLOCK)
    }

    fn unexpected(status: u16, code: Option<&str>) -> Result<(), Failure<'_>> {
        let reason = code.map_or(Reason::Unknown, Reason::of);
        Err(Failure { code, reason, ..Failure::new(Kind::UnexpectedResponse, status) })
    }

    #[test]
    fn only_204_is_success() {
        for status in 0..=999 {
            assert_eq!(result(status, None).is_ok(), status == 204, "{status}");
            assert_eq!(result(status, Some("0")).is_ok(), status == 204, "{status}");
        }
    }

    #[test]
    fn an_error_object_is_a_rejection_with_its_status() {
        for status in (400..=599).filter(|status| *status != 429) {
            let (code, reason) = (Some("003-019"), Reason::ProjectNotFound);
            assert_eq!(
                result(status, code),
                Err(Failure { code, reason, ..Failure::new(Kind::Rejected, status) })
            );
        }
    }

    #[test]
    fn anything_else_is_unexpected_with_its_status() {
        for status in (0..=999).filter(|status| !matches!(status, 204 | 429)) {
            assert_eq!(result(status, None), unexpected(status, None));
            if !(400..=599).contains(&status) {
                assert_eq!(result(status, Some("0")), unexpected(status, Some("0")));
            }
        }
    }

    #[test]
    fn a_429_has_the_wait_with_or_without_an_error_object() {
        for (code, reason) in [
            (None, Reason::TooManyAttempts),
            (Some("other"), Reason::TooManyAttempts),
            (Some("002-058"), Reason::TooManyAttempts),
            (Some("010-007"), Reason::CaptchaRequired),
        ] {
            let limited =
                Failure { code, reason, retry_after_ms: Some(7000), ..Failure::new(Kind::RateLimited, 429) };
            assert_eq!(result(429, code), Err(limited));
        }
    }

    #[test]
    fn without_a_response_the_network_failed() {
        for (ending, kind) in [(FAILED, Kind::Network), (OFFLINE, Kind::Offline)] {
            let ended = Ended { ending, status: 0, message: b"" };
            assert_eq!(conclude(&ended, CLOCK), Err(Failure::new(kind, 0)));
        }
    }

    #[test]
    fn retry_after_is_seconds_or_a_date_in_three_forms() {
        for (header, wait_ms) in [
            ("0", Some(0)),
            ("7", Some(7000)),
            (" 120 ", None), // `fetch` has trimmed the header
            ("007", Some(7000)),
            ("99999999999", Some(99_999_999_999_000)),
            ("9007199254740", Some(9_007_199_254_740_000)),
            ("9007199254740.5", Some(9_007_199_254_741_000)),
            ("9007199254741", None), // more than a JavaScript number holds exactly
            ("99999999999999999999999999", None),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(0)),
            ("Sun, 06 Nov 1994 08:49:38 GMT", Some(1000)),
            ("Mon, 07 Nov 1994 08:49:37 GMT", Some(86_400_000)),
            ("Wed, 01 Jan 1986 00:00:00 GMT", Some(0)), // in the past
            ("Tue, 29 Feb 2000 00:00:00 GMT", Some(951_782_400_000 - NOW_MS)),
            ("Wed, 01 Mar 2000 00:00:00 GMT", Some(951_868_800_000 - NOW_MS)),
            ("Fri, 31 Dec 9999 23:59:59 GMT", Some(253_402_300_799_000 - NOW_MS)),
            ("", None),
            ("-1", None),
            ("+1", None),
            ("1.5", Some(2000)),
            ("1.0", Some(1000)),
            ("0.001", Some(1000)),
            ("1.", None),
            (".5", None),
            ("1.5.1", None),
            ("1.-5", None),
            ("1,5", None),
            ("1e309", None),
            ("soon", None),
            ("Sun, 06 Nov 1994 08:49:37", None),
            ("Sun, 06 Nov 1994 24:49:37 GMT", None),
            ("Sun, 00 Nov 1994 08:49:37 GMT", None),
            ("Sun, 06 Nox 1994 08:49:37 GMT", None),
            ("Sun, 06 Nov 0000 08:49:37 GMT", None),
            ("Sun, 06 Nov 1994 08:49:37 UTC", None),
            ("Sun, 06 Nov 1994 08:49:37 +0000", None),
            ("Sun, 6 Nov 1994 08:49:37 GMT", None),
            ("06 Nov 1994 08:49:37 GMT", None),
            ("Sunday, 06-Nov-94 08:49:38 GMT", Some(1000)),
            ("Monday, 07-Nov-94 08:49:37 GMT", Some(86_400_000)),
            ("Tuesday, 29-Feb-00 00:00:00 GMT", Some(951_782_400_000 - NOW_MS)),
            ("Sunday, 06-Nov-44 08:49:37 GMT", Some(2_362_034_977_000 - NOW_MS)),
            ("Sunday, 06-Nov-9x 08:49:37 GMT", None),
            ("Sunday, 06-Nov-94 08:49:37", None),
            ("Sun Nov  6 08:49:38 1994", Some(1000)),
            ("Mon Nov  7 08:49:37 1994", Some(86_400_000)),
            ("Wed Nov 16 08:49:37 1994", Some(864_000_000)),
            ("Sun Nov  0 08:49:37 1994", None),
            ("Sun Nov 6 08:49:37 1994", None),
            ("Sun Nov  6 08:49:37 1994 GMT", None),
            ("Sun Nov  6 08:60:37 1994", None),
            ("Sun Nov  6 08:49:61 1994", None),
            ("Sun, 06 Nov 1994 é9:37 GMT", None),
            ("1994-11-06T08:49:37Z", None),
        ] {
            assert_eq!(super::wait_ms(header, None, CLOCK), wait_ms, "{header:?}");
        }
    }

    #[test]
    fn a_date_is_relative_to_the_date_of_the_response() {
        const LATER: &str = "Sun, 06 Nov 1994 08:50:07 GMT";
        for (date, wait_ms) in [
            (Some("Sun, 06 Nov 1994 08:49:57 GMT"), 10_000),
            (Some("Sunday, 06-Nov-94 08:50:00 GMT"), 7_000),
            (Some("Sun Nov  6 08:50:06 1994"), 1_000),
            (Some(LATER), 0),
            (Some("Sun, 06 Nov 1994 08:51:00 GMT"), 0),
            (Some("today"), 30_000), // unreadable: the clock of the device
            (None, 30_000),
        ] {
            assert_eq!(super::wait_ms(LATER, date, CLOCK), Some(wait_ms), "{date:?}");
            assert_eq!(super::wait_ms("7", date, CLOCK), Some(7_000));
        }
    }

    #[test]
    fn the_largest_exact_number_is_number_max_safe_integer() {
        assert_eq!(MAX_SAFE_INTEGER, 9_007_199_254_740_991);
    }
}
