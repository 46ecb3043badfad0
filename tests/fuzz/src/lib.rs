//! What holds for every input: `tests/properties.rs` tries random ones, and the targets in this folder those that lead to
//! code that no other input has reached.

#![allow(missing_docs, reason = "a test")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "how a test fails")]
#![allow(clippy::cast_precision_loss, reason = "dates are exact")]

use std::cell::Cell;
use std::time::{Duration, UNIX_EPOCH};

use serde_json::Value;
use url::{Host, Url};
use xsolla_password_reset::input::{
    BaseUrl, Locale, LoginUrl, NewPassword, ProjectId, ResetCode, Timeout, UserId, Username, VerifyCode,
};
use xsolla_password_reset::internals::{
    Clock, Ended, Failure, HttpRequest, Kind, RESPONDED, conclude, prepare,
};

/// A valid ID.
pub const ID: &str = "11111111-1111-4111-8111-111111111111";

/// What is sent for these options, if they are valid; an absent one is `None`.
pub fn sent(confirms: bool, texts: &[Option<&str>]) -> Option<HttpRequest> {
    let absent = std::iter::repeat_n(None, 4);
    let value = |text: Option<&str>| text.map_or("0".to_owned(), |text| format!("4{text}"));
    let values = std::iter::once("3".to_owned()).chain(texts.iter().copied().chain(absent).map(value));
    let message: Vec<u8> = values.flat_map(|value| [value.as_bytes(), b"\xff"].concat()).collect();
    let (request, issues) = prepare(confirms, &message);
    issues.is_empty().then_some(request)
}

/// Parses the query that is sent: names and decoded values.
pub fn sent_query(request: &HttpRequest) -> Vec<(String, String)> {
    let mut url = Url::parse(&request.url).unwrap();
    url.query_pairs_mut().extend_pairs(request.query());
    Url::parse(url.as_str()).unwrap().query_pairs().into_owned().collect()
}

/// Parses the body that is sent.
pub fn sent_body(request: &HttpRequest) -> Value {
    serde_json::from_str(&request.body).unwrap()
}

/// The format characters that are trimmed from usernames.
const INVISIBLE: &str = "\u{ad}\u{61c}\u{180e}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\
    \u{2060}\u{2061}\u{2062}\u{2063}\u{2064}\u{2065}\u{2066}\u{2067}\u{2068}\u{2069}\u{206a}\u{206b}\u{206c}\u{206d}\u{206e}\u{206f}\u{feff}";

/// A username is trimmed, has a length and no control characters, and arrives.
pub fn username(text: &str) {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || INVISIBLE.contains(c));
    let is_valid = (1..=255).contains(&trimmed.chars().count()) && !trimmed.chars().any(char::is_control);
    let username = Username::parse(text);
    assert_eq!(username.is_ok(), is_valid);
    if let Ok(username) = username {
        assert_eq!(username.as_str(), trimmed);
        assert_eq!(Username::parse(trimmed), Ok(username));
        let request = sent(false, &[Some(ID), Some(text), None, None]).unwrap();
        assert_eq!(sent_body(&request)["username"], trimmed);
    }
}

/// A password has a length, a code is not empty and has no whitespace, and both arrive.
pub fn secrets(password: &str, code: &str) {
    let is_password = (6..=100).contains(&password.chars().count());
    let is_code = !code.is_empty() && !code.chars().any(|c| c.is_whitespace() || c.is_control());
    assert_eq!(NewPassword::parse(password).is_ok(), is_password);
    assert_eq!(ResetCode::parse(code).is_ok(), is_code);
    assert_eq!(VerifyCode::parse(code).is_ok(), is_code);
    let request = sent(true, &[Some(ID), Some(password), Some(code), Some(ID), Some(code)]);
    assert_eq!(request.is_some(), is_password && is_code);
    if let Some(request) = request {
        assert!(!format!("{request:?}").contains("new_password"));
        let body = sent_body(&request);
        assert_eq!(body["new_password"], password);
        assert_eq!((&body["reset_code"], &body["verify_code"]), (&code.into(), &code.into()));
    }
}

/// A locale is a language and a country.
pub fn locale(text: &str) {
    let parts: Vec<_> = text.split(['_', '-']).collect();
    let is_ascii = text.bytes().all(|byte| byte.is_ascii_alphabetic() || b"_-".contains(&byte));
    let is_valid = is_ascii
        && matches!(*parts, [language, country] if (2..=3).contains(&language.len()) && country.len() == 2);
    let locale = Locale::parse(text).ok();
    assert_eq!(locale.is_some(), is_valid);
    if let Some(locale) = locale {
        assert!(locale.as_str().eq_ignore_ascii_case(&text.replace('-', "_")));
        assert_eq!(Locale::parse(&locale.as_str().replace('_', "-")), Ok(locale));
    }
}

/// An ID is a UUID, and arrives.
pub fn id(text: &str) {
    let lengths: Vec<_> = text.split('-').map(str::len).collect();
    let is_uuid = lengths == [8, 4, 4, 4, 12] && text.chars().all(|c| c == '-' || c.is_ascii_hexdigit());
    assert_eq!(ProjectId::parse(text).is_ok(), is_uuid);
    assert_eq!(UserId::parse(text).is_ok(), is_uuid);
    let request = sent(false, &[Some(text), Some("John"), None, None]);
    assert_eq!(
        request.map(|request| sent_query(&request)),
        is_uuid.then(|| vec![("projectId".into(), text.into())])
    );
}

/// A callback URL runs no code, and arrives unchanged.
pub fn login_url(text: &str) {
    if LoginUrl::parse(text).is_err() {
        return;
    }
    if let Ok(url) = Url::parse(text) {
        assert!(!["javascript", "data", "blob", "file"].contains(&url.scheme()));
        assert!(!matches!(url.scheme(), "http" | "https") || url.has_host());
    }
    let request = sent(false, &[Some(ID), Some("John"), Some(text), None]).unwrap();
    assert!(sent_query(&request).contains(&("login_url".into(), text.into())));
}

/// A base URL leads to its own host, by https or on this machine, and contains nothing but a path.
pub fn base_url(text: &str) {
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
}

/// A time limit is a whole number in the range of a timer.
pub fn timeout(text: &str) {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let wanted = text.parse::<u64>().ok().filter(|limit| is_number && (1..=2_147_483_647).contains(limit));
    let limit = Timeout::parse(text).ok();
    assert_eq!(limit.map(|limit| limit.as_millis().into()), wanted);
    if let Some(limit) = limit {
        assert_eq!(Timeout::try_from(Duration::from_millis(limit.as_millis().into())), Ok(limit));
    }
}

/// A response has one outcome, and reports a wait only if the header has one.
pub fn response(status: u16, code: Option<&str>, retry_after: Option<&str>, now_ms: u64) {
    let value =
        |text: Option<&str>| text.map_or(b"0\xff".to_vec(), |text| [b"4", text.as_bytes(), b"\xff"].concat());
    let message = [code, retry_after].map(value).concat();
    match (conclude(&Ended { ending: RESPONDED, status, message: &message }, clock(now_ms)), status) {
        (Ok(()), 204) => {}
        (Err(Failure { kind: Kind::UnexpectedResponse, status: reported, .. }), _) => {
            assert!(reported == status && status != 204 && status != 429);
            assert!(code.is_none() || !(400..=599).contains(&status));
        }
        (Err(Failure { kind: Kind::Rejected, status: reported, code: found, .. }), 400..=599)
            if status != 429 =>
        {
            assert_eq!((reported, found), (status, code));
        }
        (Err(Failure { kind: Kind::RateLimited, code: found, retry_after_ms, .. }), 429) => {
            assert_eq!(found, code);
            assert!(retry_after.is_some() || retry_after_ms.is_none());
            wait(retry_after.unwrap_or_default(), now_ms, retry_after_ms);
        }
        outcome => panic!("{outcome:?}"),
    }
}

/// The wait that a 429 with this header reports.
pub fn retry_after_ms(header: &str, now_ms: u64) -> Option<u64> {
    let message = [b"0\xff4", header.as_bytes(), b"\xff"].concat();
    conclude(&Ended { ending: RESPONDED, status: 429, message: &message }, clock(now_ms))
        .unwrap_err()
        .retry_after_ms
}

/// Seconds become milliseconds, and a date has the value that another parser returns.
fn wait(header: &str, now_ms: u64, reported_ms: Option<u64>) {
    let possible = |wait_ms: &u64| *wait_ms < 1 << 53;
    if header.bytes().all(|byte| byte.is_ascii_digit()) {
        let wait_ms = header.parse::<u64>().ok().and_then(|seconds| seconds.checked_mul(1000));
        assert_eq!(reported_ms, wait_ms.filter(possible), "{header}");
    } else if let Ok(date) = httpdate::parse_http_date(header)
        && !header.contains('-')
    {
        let date_ms =
            date.duration_since(UNIX_EPOCH).map_or(0, |since| u64::try_from(since.as_millis()).unwrap());
        assert_eq!(reported_ms, Some(date_ms.saturating_sub(now_ms)).filter(possible), "{header}");
    } else {
        // A fraction of a second, a year of two digits, or a day that the month or the week lacks.
        assert!(reported_ms.is_none_or(|ms| possible(&ms)), "{header}");
    }
}

thread_local! {
    static NOW_MS: Cell<u64> = const { Cell::new(0) };
}

/// A clock that stands still, and parses dates as JavaScript does.
fn clock(now_ms: u64) -> Clock {
    // A `Clock` has plain functions, so the time is in a variable of the thread.
    NOW_MS.set(now_ms);
    Clock {
        now_ms: || NOW_MS.get() as f64,
        parse_ms: |date| {
            let date = if date.len() == 28 { date.trim_end_matches(" GMT") } else { date };
            let since =
                httpdate::parse_http_date(date).ok().and_then(|date| date.duration_since(UNIX_EPOCH).ok());
            since.map_or(f64::NAN, |since| since.as_millis() as f64)
        },
    }
}
