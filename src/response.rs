//! Turns a response into a result.

use crate::error::Error;
use crate::opaque::Opaque;
use crate::reason::Reason;
use crate::text::{is_digits, split_at_any};

/// A response, reduced to what the API documents.
///
/// Source: <https://developers.xsolla.com/api/login/>, "Errors".
#[derive(Debug, Clone, PartialEq)]
pub struct ApiResponse {
    /// HTTP status; 0 for a redirect in a browser, which is never followed.
    pub status: u16,
    /// The `Date` header, if the page can read it.
    pub date: Option<String>,
    /// The `Retry-After` header, if the page can read it.
    pub retry_after: Option<String>,
    /// The documented error object, if the body holds one.
    pub error: Option<ErrorObject>,
    /// When the response arrived, in milliseconds since 1970.
    pub received_at_ms: u64,
}

/// The documented error object: `{"error": {"code", "description", "details"?}}`.
#[derive(Debug, Clone, PartialEq)]
pub struct ErrorObject {
    /// Documented as a string; the API also sends the number 0, which becomes `"0"`.
    pub code: String,
    /// English; empty if the response has none.
    pub description: String,
    /// Passed through unchanged.
    pub details: Option<Opaque>,
}

impl ApiResponse {
    /// Whether a response with this status can carry the documented error object.
    #[must_use]
    pub const fn can_carry_error(status: u16) -> bool {
        matches!(status, 400..=599)
    }

    /// Only 204 is success.
    ///
    /// # Errors
    /// [`Error::RateLimited`] for 429, [`Error::Rejected`] for any other error status with the documented
    /// object, [`Error::UnexpectedResponse`] for everything else.
    pub fn into_result(self) -> Result<(), Error> {
        let Self { status, date, retry_after, error, received_at_ms } = self;
        match (status, error) {
            (204, _) => Ok(()),
            (429, error) => {
                let retry_after_ms =
                    retry_after.and_then(|header| retry_after_ms(&header, date.as_deref(), received_at_ms));
                let (code, description, details) = match error {
                    Some(error) => (Some(error.code), Some(error.description), error.details),
                    None => (None, None, None),
                };
                let reason = match code.as_deref().map_or(Reason::Unknown, Reason::of) {
                    Reason::Unknown => Reason::TooManyAttempts,
                    known => known,
                };
                Err(Error::RateLimited { status, code, description, details, reason, retry_after_ms })
            }
            (_, Some(ErrorObject { code, description, details })) if Self::can_carry_error(status) => {
                let reason = Reason::of(&code);
                Err(Error::Rejected { status, code, description, details, reason })
            }
            _ => Err(Error::UnexpectedResponse { status }),
        }
    }
}

/// The largest whole number that a JavaScript number holds exactly.
const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

/// Parses `Retry-After`, from which `fetch` strips surrounding whitespace: seconds, or a date. A date in the past means no
/// wait. A date is compared with the response's own `Date`, because the clock of the device may be wrong.
///
/// Source: RFC 9110, section 10.2.3. It allows whole seconds only; a fraction, which some servers send, is rounded up.
fn retry_after_ms(header: &str, date: Option<&str>, received_at_ms: u64) -> Option<u64> {
    if let Some(seconds) = seconds(header.as_bytes()) {
        return Some(seconds * 1000);
    }
    let now_ms = date.and_then(|date| http_date_ms(date, received_at_ms)).unwrap_or(received_at_ms);
    Some(http_date_ms(header, received_at_ms)?.saturating_sub(now_ms))
}

fn seconds(text: &[u8]) -> Option<u64> {
    let (whole, fraction) = split_at_any(text, b".");
    let whole = number(whole, 0, MAX_SAFE_INTEGER / 1000)?;
    let fraction = fraction.unwrap_or(b"0");
    let is_rounded_up = fraction.iter().any(|digit| *digit != b'0');
    (!fraction.is_empty() && is_digits(fraction)).then_some(whole + u64::from(is_rounded_up))
}

/// Parses a date as milliseconds since 1970, in each form that a recipient must accept: `Sun, 06 Nov 1994 08:49:37 GMT`,
/// `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`. The day of the week and the separators can be any.
///
/// Source: RFC 9110, section 5.6.7.
fn http_date_ms(date: &str, now_ms: u64) -> Option<u64> {
    const MONTHS: &[u8; 36] = b"JanFebMarAprMayJunJulAugSepOctNovDec";

    let (_, date) = split_at_any(date.as_bytes(), b" ");
    let date = date?;
    // Where each field begins. Only the year differs in length.
    let (day, month, year, year_digits, time) = match (date.len(), date.ends_with(b" GMT")) {
        (24, true) => (0, 3, 7, 4, 12),
        (22, true) => (0, 3, 7, 2, 10),
        (20, false) => (4, 0, 16, 4, 7),
        _ => return None,
    };
    let field = |start, length, min, max| {
        let field = date.get(start..start + length).unwrap_or_default();
        number(field.trim_ascii_start(), min, max)
    };
    let month = MONTHS
        .chunks_exact(3)
        .zip(1..)
        .find(|(name, _)| date.get(month..).unwrap_or_default().starts_with(name))?
        .1;
    let year = if year_digits == 2 {
        full_year(field(year, 2, 0, 99)?, now_ms)
    } else {
        field(year, 4, 1970, 9999)?
    };
    let days = days_since_1970(year, month, field(day, 2, 1, 31)?);
    let hours = days * 24 + field(time, 2, 0, 23)?;
    let minutes = hours * 60 + field(time + 3, 2, 0, 59)?;
    Some((minutes * 60 + field(time + 6, 2, 0, 60)?) * 1000)
}

/// The year that two digits mean: the one in this century, unless it is more than 50 years ahead.
const fn full_year(two_digits: u64, now_ms: u64) -> u64 {
    const MS_PER_YEAR: u64 = 31_556_952_000;
    let in_this_century = 2000 + two_digits;
    if in_this_century > 1970 + now_ms / MS_PER_YEAR + 50 { in_this_century - 100 } else { in_this_century }
}

/// Parses a whole number in decimal digits.
fn number(digits: &[u8], min: u64, max: u64) -> Option<u64> {
    let mut number = 0;
    for digit in digits {
        number = number * 10 + u64::from(digit.checked_sub(b'0').filter(|digit| *digit <= 9)?);
        if number > max {
            return None;
        }
    }
    (!digits.is_empty() && number >= min).then_some(number)
}

/// Counts days in the Gregorian calendar; none before 1970. Years start in March here,
/// so that the leap day is the last day of the year.
const fn days_since_1970(year: u64, month: u64, day: u64) -> u64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year / 4 - year / 100 + year / 400;
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    (365 * year + leap_days + day_of_year).saturating_sub(719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW_MS: u64 = 784_111_777_000; // Sun, 06 Nov 1994 08:49:37 GMT

    fn object(code: &str) -> ErrorObject {
        ErrorObject { code: code.into(), description: "said".into(), details: Some(Opaque("more".into())) }
    }

    fn result(status: u16, error: Option<ErrorObject>) -> Result<(), Error> {
        ApiResponse { status, date: None, retry_after: Some("7".into()), error, received_at_ms: NOW_MS }
            .into_result()
    }

    #[test]
    fn only_204_is_success() {
        for status in 0..=999 {
            assert_eq!(result(status, None).is_ok(), status == 204, "{status}");
            assert_eq!(result(status, Some(object("0"))).is_ok(), status == 204, "{status}");
        }
    }

    #[test]
    fn only_a_status_from_400_to_599_has_an_error_object() {
        for (status, expected) in
            [(0, false), (200, false), (399, false), (400, true), (429, true), (599, true), (600, false)]
        {
            assert_eq!(ApiResponse::can_carry_error(status), expected, "{status}");
        }
        for status in [0, 200, 399, 600, 999] {
            assert_eq!(result(status, Some(object("0"))), Err(Error::UnexpectedResponse { status }));
        }
    }

    #[test]
    fn an_error_object_is_a_rejection_with_its_status() {
        for status in (400..=599).filter(|status| *status != 429) {
            assert_eq!(
                result(status, Some(object("003-019"))),
                Err(Error::Rejected {
                    status,
                    code: "003-019".into(),
                    description: "said".into(),
                    details: Some(Opaque("more".into())),
                    reason: Reason::ProjectNotFound,
                })
            );
        }
    }

    #[test]
    fn anything_else_is_unexpected_with_its_status() {
        for status in (0..=999).filter(|status| !matches!(status, 204 | 429)) {
            assert_eq!(result(status, None), Err(Error::UnexpectedResponse { status }));
            if !ApiResponse::can_carry_error(status) {
                assert_eq!(result(status, Some(object("0"))), Err(Error::UnexpectedResponse { status }));
            }
        }
    }

    #[test]
    fn a_429_has_the_wait_with_or_without_an_error_object() {
        let limited = |object: Option<ErrorObject>, reason| Error::RateLimited {
            status: 429,
            code: object.as_ref().map(|object| object.code.clone()),
            description: object.as_ref().map(|object| object.description.clone()),
            details: object.and_then(|object| object.details),
            reason,
            retry_after_ms: Some(7000),
        };
        for (error, reason) in [
            (None, Reason::TooManyAttempts),
            (Some(object("other")), Reason::TooManyAttempts),
            (Some(object("002-058")), Reason::TooManyAttempts),
            (Some(object("010-007")), Reason::CaptchaRequired),
        ] {
            assert_eq!(result(429, error.clone()), Err(limited(error, reason)));
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
            ("Sunday, 06-Nov-45 08:49:37 GMT", Some(0)), // 1945: 2045 is more than 50 years ahead
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
            assert_eq!(retry_after_ms(header, None, NOW_MS), wait_ms, "{header:?}");
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
            assert_eq!(retry_after_ms(LATER, date, NOW_MS), Some(wait_ms), "{date:?}");
            assert_eq!(retry_after_ms("7", date, NOW_MS), Some(7_000));
        }
    }

    #[test]
    fn the_largest_exact_number_is_number_max_safe_integer() {
        assert_eq!(MAX_SAFE_INTEGER, 9_007_199_254_740_991);
    }
}
