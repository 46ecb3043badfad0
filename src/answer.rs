//! Status and error object in, result out.

use crate::error::Error;
use crate::foreign::Foreign;
use crate::reason::Reason;

/// What came back, read as far as the API documents it.
///
/// Source: <https://developers.xsolla.com/api/login/>, "Errors".
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// HTTP status; 0 for a redirect, which is never followed.
    pub status: u16,
    /// The header `Retry-After`, when the page may read it.
    pub retry_after: Option<String>,
    /// The documented error object, when the body held one.
    pub error: Option<ErrorObject>,
    /// When the answer came, in milliseconds since 1970.
    pub received_at_ms: u64,
}

/// The documented error object: `{"error": {"code", "description", "details"?}}`.
#[derive(Debug, Clone, PartialEq)]
pub struct ErrorObject {
    /// Documented as a string; real answers also hold the number 0, which is read as `"0"`.
    pub code: String,
    /// English; empty when the answer left it out.
    pub description: String,
    /// Handed on untouched.
    pub details: Option<Foreign>,
}

impl Answer {
    /// Whether an answer with this status may hold the documented error object.
    #[must_use]
    pub const fn may_explain(status: u16) -> bool {
        matches!(status, 400..=599)
    }

    /// 204 is success; nothing else is.
    ///
    /// # Errors
    /// [`Error::RateLimited`] for 429, [`Error::Rejected`] for any other error with the documented
    /// object, [`Error::UnexpectedResponse`] for the rest.
    pub fn into_result(self) -> Result<(), Error> {
        let Self { status, retry_after, error, received_at_ms } = self;
        match (status, error) {
            (204, _) => Ok(()),
            (429, error) => {
                let retry_after_ms = retry_after.and_then(|header| retry_after_ms(&header, received_at_ms));
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
            (_, Some(ErrorObject { code, description, details })) if Self::may_explain(status) => {
                let reason = Reason::of(&code);
                Err(Error::Rejected { status, code, description, details, reason })
            }
            _ => Err(Error::UnexpectedResponse { status }),
        }
    }
}

/// The largest whole number that a JavaScript number holds exactly.
const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

/// Reads `Retry-After`, which `fetch` hands out without white space around it: whole seconds, or a date. A date that has
/// passed means: now.
///
/// Source: RFC 9110, section 10.2.3.
fn retry_after_ms(header: &str, now_ms: u64) -> Option<u64> {
    let header = header.as_bytes();
    let wait_ms = match number(header, 0, MAX_SAFE_INTEGER / 1000) {
        Some(seconds) => seconds * 1000,
        None => http_date_ms(header)?.saturating_sub(now_ms),
    };
    Some(wait_ms)
}

/// Reads `Sun, 06 Nov 1994 08:49:37 GMT` as milliseconds since 1970.
///
/// Source: RFC 9110, section 5.6.7, `IMF-fixdate`: the only form that a server may send.
fn http_date_ms(date: &[u8]) -> Option<u64> {
    const MONTHS: &[u8; 36] = b"JanFebMarAprMayJunJulAugSepOctNovDec";

    let [_, _, _, b',', b' ', date @ .., b' ', b'G', b'M', b'T'] = date else { return None };
    let date: &[u8; 20] = date.try_into().ok()?;
    let [_, _, b' ', _, _, _, b' ', _, _, _, _, b' ', _, _, b':', _, _, b':', _, _] = date else {
        return None;
    };
    let month = MONTHS.chunks_exact(3).zip(1..).find(|(name, _)| **name == date[3..6])?.1;
    let days = days_since_1970(number(&date[7..11], 1970, 9999)?, month, number(&date[..2], 1, 31)?);
    let hours = days * 24 + number(&date[12..14], 0, 23)?;
    let minutes = hours * 60 + number(&date[15..17], 0, 59)?;
    Some((minutes * 60 + number(&date[18..], 0, 60)?) * 1000)
}

/// Reads a whole number in decimal digits.
fn number(digits: &[u8], least: u64, most: u64) -> Option<u64> {
    let mut number = 0;
    for digit in digits {
        number = number * 10 + u64::from(digit.checked_sub(b'0').filter(|digit| *digit <= 9)?);
        if number > most {
            return None;
        }
    }
    (!digits.is_empty() && number >= least).then_some(number)
}

/// Counts days in the Gregorian calendar. Years begin in March here, so that a leap day ends one.
const fn days_since_1970(year: u64, month: u64, day: u64) -> u64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year / 4 - year / 100 + year / 400;
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    365 * year + leap_days + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW_MS: u64 = 784_111_777_000; // Sun, 06 Nov 1994 08:49:37 GMT

    fn object(code: &str) -> ErrorObject {
        ErrorObject { code: code.into(), description: "said".into(), details: Some(Foreign("more".into())) }
    }

    fn answer(status: u16, error: Option<ErrorObject>) -> Result<(), Error> {
        Answer { status, retry_after: Some("7".into()), error, received_at_ms: NOW_MS }.into_result()
    }

    #[test]
    fn only_204_is_success() {
        for status in 0..=999 {
            assert_eq!(answer(status, None).is_ok(), status == 204, "{status}");
            assert_eq!(answer(status, Some(object("0"))).is_ok(), status == 204, "{status}");
        }
    }

    #[test]
    fn an_error_object_is_a_rejection_with_its_status() {
        for status in (400..=599).filter(|status| *status != 429) {
            assert_eq!(
                answer(status, Some(object("003-019"))),
                Err(Error::Rejected {
                    status,
                    code: "003-019".into(),
                    description: "said".into(),
                    details: Some(Foreign("more".into())),
                    reason: Reason::ProjectNotFound,
                })
            );
        }
    }

    #[test]
    fn anything_else_is_unexpected_with_its_status() {
        for status in (0..=999).filter(|status| !matches!(status, 204 | 429)) {
            assert_eq!(answer(status, None), Err(Error::UnexpectedResponse { status }));
            if !Answer::may_explain(status) {
                assert_eq!(answer(status, Some(object("0"))), Err(Error::UnexpectedResponse { status }));
            }
        }
    }

    #[test]
    fn a_429_tells_the_wait_with_or_without_an_object() {
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
            (Some(object("what")), Reason::TooManyAttempts),
            (Some(object("002-058")), Reason::TooManyAttempts),
            (Some(object("010-007")), Reason::CaptchaRequired),
        ] {
            assert_eq!(answer(429, error.clone()), Err(limited(error, reason)));
        }
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        for (header, wait_ms) in [
            ("0", Some(0)),
            ("7", Some(7000)),
            (" 120 ", None), // `fetch` takes away the white space around a header
            ("007", Some(7000)),
            ("99999999999", Some(99_999_999_999_000)),
            ("9007199254740", Some(9_007_199_254_740_000)),
            ("9007199254741", None), // past what a JavaScript number holds exactly
            ("99999999999999999999999999", None),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(0)),
            ("Sun, 06 Nov 1994 08:49:38 GMT", Some(1000)),
            ("Mon, 07 Nov 1994 08:49:37 GMT", Some(86_400_000)),
            ("Wed, 01 Jan 1986 00:00:00 GMT", Some(0)), // passed: now
            ("Tue, 29 Feb 2000 00:00:00 GMT", Some(951_782_400_000 - NOW_MS)),
            ("Wed, 01 Mar 2000 00:00:00 GMT", Some(951_868_800_000 - NOW_MS)),
            ("Fri, 31 Dec 9999 23:59:59 GMT", Some(253_402_300_799_000 - NOW_MS)),
            ("", None),
            ("-1", None),
            ("+1", None),
            ("1.5", None),
            ("1e309", None),
            ("soon", None),
            ("Sun, 06 Nov 1994 08:49:37", None),
            ("Sun, 06 Nov 1994 24:49:37 GMT", None),
            ("Sun, 00 Nov 1994 08:49:37 GMT", None),
            ("Sun, 06 Nox 1994 08:49:37 GMT", None),
            ("Sun, 06 Nov 0000 08:49:37 GMT", None),
            ("Sunday, 06-Nov-94 08:49:37 GMT", None),
            ("1994-11-06T08:49:37Z", None),
        ] {
            assert_eq!(retry_after_ms(header, NOW_MS), wait_ms, "{header:?}");
        }
    }
}
