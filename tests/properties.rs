//! Properties of every input: nothing panics, and accepted values arrive unchanged.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]
#![allow(clippy::unwrap_used, reason = "how a test fails")]
#![allow(clippy::cast_precision_loss, reason = "dates are exact")]

use std::cell::Cell;
use std::time::{Duration, UNIX_EPOCH};

use proptest::prelude::*;
use serde_json::Value;
use url::Url;
use xsolla_password_reset::input::{
    BaseUrl, Locale, LoginUrl, NewPassword, ProjectId, ResetCode, Timeout, UserId, Username, VerifyCode,
};
use xsolla_password_reset::internals::{
    Clock, Ended, Failure, HttpRequest, Kind, RESPONDED, conclude, prepare,
};
use xsolla_password_reset::{PasswordPolicy, Requires, suggest_mail_address};

const ID: &str = "11111111-1111-4111-8111-111111111111";

/// Any text, or one that matches a pattern.
fn text(pattern: &'static str) -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), pattern]
}

/// Any text, in which the given characters are frequent.
fn letters(frequent: &'static [char]) -> impl Strategy<Value = String> {
    let letter = prop_oneof![any::<char>(), proptest::sample::select(frequent)];
    proptest::collection::vec(letter, 0..300).prop_map(String::from_iter)
}

/// A pattern of a host's name or address, with or without a port.
const HOST: &str = r"([a-z0-9-]{1,9}\.){0,2}[a-z0-9]{1,9}(:[0-9]{0,4})?|\[[0-9a-f:]{2,9}\](:[0-9]{1,4})?";

/// A text similar to a URL.
fn url_like() -> impl Strategy<Value = String> {
    text(r"[a-zA-Z][a-z0-9+.-]{0,9}:(//)?([a-z]{1,5}@)?[a-z0-9.\[\]:-]{0,12}[/?#\\a-zé%]{0,9}")
}

/// What is sent for these options, given by kind and text, if they are valid.
fn sent(confirms: bool, options: &[String]) -> Option<HttpRequest> {
    let absent = || std::iter::repeat_n("0".to_owned(), 4);
    let values = std::iter::once("3".to_owned()).chain(options.iter().cloned()).chain(absent());
    let message: Vec<u8> = values.flat_map(|value| [value.as_bytes(), b"\xff"].concat()).collect();
    let (request, issues) = prepare(confirms, &message);
    issues.is_empty().then_some(request)
}

/// What is sent for these values; an absent one is `None`.
fn sent_texts(confirms: bool, texts: &[Option<&str>]) -> Option<HttpRequest> {
    let values = texts.iter().map(|text| text.map_or("0".to_owned(), |text| format!("4{text}")));
    sent(confirms, &values.collect::<Vec<_>>())
}

/// Parses the query that is sent: names and decoded values.
fn sent_query(request: &HttpRequest) -> Vec<(String, String)> {
    let mut url = Url::parse(&request.url).unwrap();
    url.query_pairs_mut().extend_pairs(request.query());
    Url::parse(url.as_str()).unwrap().query_pairs().into_owned().collect()
}

/// Parses the body that is sent.
fn sent_body(request: &HttpRequest) -> Value {
    serde_json::from_str(&request.body).unwrap()
}

/// The format characters that are trimmed from usernames.
const INVISIBLE: &str = "\u{ad}\u{61c}\u{180e}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\
    \u{2060}\u{2061}\u{2062}\u{2063}\u{2064}\u{2065}\u{2066}\u{2067}\u{2068}\u{2069}\u{206a}\u{206b}\u{206c}\u{206d}\u{206e}\u{206f}\u{feff}";

fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || INVISIBLE.contains(c))
}

proptest! {
    #[test]
    fn an_accepted_username_arrives(text in text(r"[ \t]{0,3}\PC{0,300}[ \n]{0,3}")) {
        let Ok(username) = Username::parse(&text) else { return Ok(()) };
        prop_assert_eq!(username.as_str(), trim(&text));
        prop_assert!((1..=255).contains(&username.as_str().chars().count()));
        let again = Username::parse(username.as_str());
        prop_assert_eq!(again.as_ref(), Ok(&username));
        let request = sent_texts(false, &[Some(ID), Some(&text), None, None]).unwrap();
        prop_assert_eq!(&sent_body(&request)["username"], trim(&text));
    }

    #[test]
    fn a_username_has_a_length_and_no_control_characters(text in letters(&[' ', '\n', '\0', '\u{85}', '\u{a0}', '\u{200b}', '\u{feff}', 'é', '👩'])) {
        let trimmed = trim(&text);
        let is_valid = (1..=255).contains(&trimmed.chars().count()) && !trimmed.chars().any(char::is_control);
        prop_assert_eq!(Username::parse(&text).is_ok(), is_valid);
    }

    #[test]
    fn a_code_is_not_empty_and_has_no_whitespace(text in letters(&['a', '0', '_', '-', ' ', '\t', '\u{2028}'])) {
        let is_valid = !text.is_empty() && !text.chars().any(|c| c.is_whitespace() || c.is_control());
        prop_assert_eq!(ResetCode::parse(&text).is_ok(), is_valid);
        prop_assert_eq!(VerifyCode::parse(&text).is_ok(), is_valid);
        if let Ok(code) = ResetCode::parse(&text) {
            prop_assert_eq!(code.as_str(), text);
        }
    }

    #[test]
    fn a_locale_is_a_language_and_a_country(text in text("[a-zA-Zé]{1,4}[_-]?[a-zA-Zß]{1,3}")) {
        let parts: Vec<_> = text.split(['_', '-']).collect();
        let is_ascii = text.bytes().all(|byte| byte.is_ascii_alphabetic() || b"_-".contains(&byte));
        let is_valid = is_ascii && matches!(*parts, [language, country] if (2..=3).contains(&language.len()) && country.len() == 2);
        let locale = Locale::parse(&text).ok();
        prop_assert_eq!(locale.is_some(), is_valid);
        if let Some(locale) = locale {
            prop_assert!(locale.as_str().eq_ignore_ascii_case(&text.replace('-', "_")));
            prop_assert!(Locale::parse(locale.as_str()).is_ok_and(|again| again == locale));
        }
    }

    #[test]
    fn an_accepted_password_and_accepted_codes_arrive(
        password in text(r"(?s).{0,110}"),
        reset_code in text(r"[\w+/=-]{0,50}"),
        verify_code in text(r"[0-9]{0,6}"),
    ) {
        let parsed = (NewPassword::parse(&password), ResetCode::parse(&reset_code), VerifyCode::parse(&verify_code));
        prop_assert_eq!(parsed.0.is_ok(), (6..=100).contains(&password.chars().count()));
        let values = [Some(ID), Some(&password), Some(&reset_code), Some(ID), Some(&verify_code)];
        let request = sent_texts(true, &values.map(|value| value.map(|value| value as &str)));
        prop_assert_eq!(request.is_some(), parsed.0.is_ok() && parsed.1.is_ok() && parsed.2.is_ok());
        let Some(request) = request else { return Ok(()) };
        let body = sent_body(&request);
        prop_assert_eq!(&body["new_password"], &password);
        prop_assert_eq!(&body["reset_code"], &reset_code);
        prop_assert_eq!(&body["verify_code"], &verify_code);
    }

    #[test]
    fn an_accepted_login_url_and_locale_arrive(
        url in url_like(),
        locale in text("[a-zA-Z]{1,4}[_-][a-zA-Z]{1,3}"),
    ) {
        let (Ok(login_url), Ok(locale)) = (LoginUrl::parse(&url), Locale::parse(&locale)) else { return Ok(()) };
        let locale_text = locale.as_str().to_owned();
        prop_assert_eq!(Locale::parse(&locale_text.replace('_', "-")).unwrap(), locale.clone());
        let request = sent_texts(false, &[Some(ID), Some("John"), Some(login_url.as_str()), Some(locale.as_str())]);
        let expected = [("projectId", ID), ("login_url", url.as_str()), ("locale", locale_text.as_str())];
        prop_assert_eq!(sent_query(&request.unwrap()), expected.map(|(name, value)| (name.into(), value.into())));
    }

    #[test]
    fn an_ordinary_login_url_is_accepted(
        scheme in "https?|HTTPS|[a-z][a-z0-9+.-]{0,9}",
        user in "([a-z]{1,5}@)?",
        host in HOST,
        rest in r"(/[!-~é]{0,9})?(\?[!-~]{0,9})?(#[!-~]{0,9})?",
    ) {
        prop_assume!(!["javascript", "data", "blob", "file"].contains(&scheme.as_str()));
        prop_assume!(!rest.contains('\\'));
        let url = [&scheme, "://", &user, &host, &rest].concat();
        prop_assert!(LoginUrl::parse(&url).is_ok_and(|login_url| login_url.as_str() == url), "{}", url);
    }

    #[test]
    fn an_ordinary_base_url_is_accepted(
        origin in prop_oneof![
            HOST.prop_map(|host| ["https://", &host].concat()),
            r"http://(localhost|127\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}|\[::1\])(:[0-9]{1,4})?",
        ],
        path in "(/[a-z0-9._~%-]{1,9}){0,3}",
        slash in "/?",
    ) {
        let url = [origin.as_str(), &path, &slash].concat();
        let base = BaseUrl::parse(&url).unwrap();
        prop_assert_eq!(base.as_str(), [origin, path].concat());
    }

    #[test]
    fn a_login_url_runs_no_code(text in url_like()) {
        if LoginUrl::parse(&text).is_ok() {
            let scheme = Url::parse(&text).map(|url| url.scheme().to_owned()).unwrap_or_default();
            prop_assert!(!["javascript", "data", "blob", "file"].contains(&scheme.as_str()));
        }
    }

    #[test]
    fn a_base_url_leads_to_its_own_host(text in url_like()) {
        let Ok(base) = BaseUrl::parse(&text) else { return Ok(()) };
        // A URL that the parser rejects is never sent.
        let Ok(url) = Url::parse(&[base.as_str(), "/password/reset/request?projectId=x"].concat()) else {
            return Ok(());
        };
        let is_loopback = match url.host() {
            Some(url::Host::Domain(name)) => name == "localhost",
            Some(url::Host::Ipv4(address)) => address.is_loopback(),
            Some(url::Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        };
        prop_assert!(url.scheme() == "https" || (url.scheme() == "http" && is_loopback), "{}", url);
        prop_assert_eq!((url.username(), url.password(), url.fragment()), ("", None, None));
        prop_assert_eq!(url.query(), Some("projectId=x"));
        prop_assert!(url.path().ends_with("/password/reset/request"));
    }

    #[test]
    fn an_accepted_id_is_a_uuid(text in text("[0-9a-fA-F-]{30,40}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
        let lengths: Vec<_> = text.split('-').map(str::len).collect();
        let is_uuid = lengths == [8, 4, 4, 4, 12] && text.chars().all(|c| c == '-' || c.is_ascii_hexdigit());
        prop_assert_eq!(ProjectId::parse(&text).is_ok(), is_uuid);
        prop_assert_eq!(UserId::parse(&text).is_ok(), is_uuid);
    }

    #[test]
    fn a_time_limit_is_in_the_range_of_a_timer(text in prop_oneof![any::<String>(), "[0-9]{1,12}", "-?[0-9.e+]{1,9}"]) {
        let fits = text.bytes().all(|byte| byte.is_ascii_digit())
            && text.parse::<u64>().is_ok_and(|limit| (1..=2_147_483_647).contains(&limit));
        let limit = Timeout::parse(&text).ok();
        prop_assert_eq!(limit.is_some(), fits);
        if let Some(limit) = limit {
            prop_assert_eq!(u64::from(limit.as_millis()), text.parse::<u64>().unwrap());
            prop_assert_eq!(Timeout::try_from(Duration::from_millis(limit.as_millis().into())), Ok(limit));
        }
    }

    #[test]
    fn any_bytes_are_a_message(confirms in any::<bool>(), values in proptest::collection::vec("[0-9]?\\PC{0,9}", 0..12)) {
        let bytes: Vec<u8> = values.iter().flat_map(|value| [value.as_bytes(), b"\xff"].concat()).collect();
        let (_, issues) = prepare(confirms, &bytes);
        if !issues.is_empty() {
            serde_json::from_str::<Value>(&format!("[{}]", issues.list())).unwrap();
        }
    }

    #[test]
    fn a_password_breaks_what_it_does_not_meet(
        password in "[a-e1-3é]{0,12}",
        (min, max) in (0..9_u32, 6..12_u32),
        allowed in proptest::option::of("[a-e1-3]{1,8}"),
        forbidden in proptest::option::of("[a-e1-3é]{1,2}"),
        contain in proptest::collection::vec(("[a-e1-3é]{1,4}", 0..4_u32), 0..3),
    ) {
        let all = |text: &Option<String>| text.clone().unwrap_or_default();
        let mut policy = PasswordPolicy::default().with(Requires::MinLength, min, "");
        policy = policy.and_then(|policy| policy.with(Requires::MaxLength, max, ""));
        let (allowed_text, forbidden_text) = (all(&allowed), all(&forbidden));
        if allowed.is_some() {
            policy = policy.and_then(|policy| policy.with(Requires::AllowedCharacters, 0, &allowed_text));
        }
        if forbidden.is_some() {
            policy = policy.and_then(|policy| policy.with(Requires::ForbiddenCharacters, 0, &forbidden_text));
        }
        for (characters, count) in &contain {
            policy = policy.and_then(|policy| policy.with(Requires::ShouldContain, *count, characters));
        }
        let Ok(policy) = policy else { return Ok(()) };
        let length = password.chars().count();
        let of = |set: &str| password.chars().filter(|character| set.contains(*character)).count();
        let mut broken = vec![];
        if length < min as usize { broken.push(Requires::MinLength) }
        if length > max as usize { broken.push(Requires::MaxLength) }
        if allowed.is_some() && of(&allowed_text) < length { broken.push(Requires::AllowedCharacters) }
        if of(&forbidden_text) > 0 { broken.push(Requires::ForbiddenCharacters) }
        for (characters, count) in &contain {
            if of(characters) < *count as usize { broken.push(Requires::ShouldContain) }
        }
        let found: Vec<_> = policy.broken_by(&password).map(|requirement| requirement.requires).collect();
        prop_assert_eq!(found, broken);
    }

    #[test]
    fn a_suggestion_is_another_address_with_the_same_name(name in "[a-zA-Z0-9.+]{1,9}", domain in "[a-z]{3,10}\\.[a-z]{1,3}|gmai[a-z]{1,2}\\.com") {
        if let Some(suggestion) = suggest_mail_address(&format!("{name}@{domain}")) {
            let (kept, meant) = suggestion.split_once('@').unwrap();
            prop_assert_eq!(kept, name);
            prop_assert_ne!(meant, domain);
            prop_assert_eq!(suggest_mail_address(&suggestion), None);
        }
    }

    #[test]
    fn every_response_has_one_outcome(
        status in any::<u16>(),
        retry_after in proptest::option::of(text(r"[0-9]{1,20}|(Mon|Sun), [0-9]{2} (Jan|Nov) [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT")),
        code in proptest::option::of(text("[0-9]{3}-[0-9]{3}")),
    ) {
        let value = |text: &Option<String>| text.as_ref().map_or("0".into(), |text| format!("4{text}"));
        let message = [value(&code).as_bytes(), b"\xff", value(&retry_after).as_bytes(), b"\xff"].concat();
        match (conclude(&Ended { ending: RESPONDED, status, message: &message }, clock(0)), status) {
            (Ok(()), 204) | (Err(Failure { kind: Kind::UnexpectedResponse, .. }), _) => {}
            (Err(Failure { kind: Kind::RateLimited, retry_after_ms, .. }), 429) => {
                prop_assert!(retry_after_ms.is_none_or(|ms| ms < 1 << 53));
            }
            (Err(Failure { kind: Kind::Rejected, status: reported, code: found, .. }), 400..=599) => {
                prop_assert_eq!((reported, found), (status, code.as_deref()));
            }
            outcome => prop_assert!(false, "{outcome:?}"),
        }
    }

    #[test]
    fn a_wait_in_seconds_is_reported_if_a_number_holds_it(seconds in prop_oneof![any::<u64>(), 0..10_000_000_000_000_u64]) {
        let wait_ms = seconds.checked_mul(1000).filter(|ms| *ms < 1 << 53);
        prop_assert_eq!(retry_after_ms(&seconds.to_string(), 0), wait_ms);
        prop_assert_eq!(retry_after_ms(&format!("{seconds}.0"), 0), wait_ms);
        prop_assert_eq!(retry_after_ms(&format!("-{seconds}"), 0), None);
    }

    #[test]
    fn a_wait_until_a_date_is_the_remaining_time(seconds in 0..253_402_300_800_u64, received_at_ms in 0..253_402_300_800_000_u64) {
        let date = httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_secs(seconds));
        let left_ms = (seconds * 1000).saturating_sub(received_at_ms);
        let (weekday, rest) = date.split_once(", ").unwrap();
        let [day, month, year, time, _] = rest.split(' ').collect::<Vec<_>>()[..] else { unreachable!() };
        let asctime = format!("{weekday} {month} {:>2} {time} {year}", day.trim_start_matches('0'));
        prop_assert_eq!(retry_after_ms(&asctime, received_at_ms), Some(left_ms), "{}", asctime);
        prop_assert_eq!(retry_after_ms(&date, received_at_ms), Some(left_ms), "{}", date);
    }
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

thread_local! {
    static NOW_MS: Cell<u64> = const { Cell::new(0) };
}

/// The wait that a 429 with this header reports.
fn retry_after_ms(header: &str, now_ms: u64) -> Option<u64> {
    let message = [b"0\xff4", header.as_bytes(), b"\xff"].concat();
    conclude(&Ended { ending: RESPONDED, status: 429, message: &message }, clock(now_ms))
        .unwrap_err()
        .retry_after_ms
}
