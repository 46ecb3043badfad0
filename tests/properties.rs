//! Properties of every input: nothing panics, and accepted values arrive unchanged.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]
#![allow(clippy::unwrap_used, reason = "how a test fails")]

#[path = "fuzz/src/lib.rs"]
mod checks;

use std::time::{Duration, UNIX_EPOCH};

use checks::ID;
use proptest::prelude::*;
use serde_json::Value;
use xsolla_password_reset::input::{BaseUrl, LoginUrl};
use xsolla_password_reset::internals::prepare;
use xsolla_password_reset::{PasswordPolicy, Requires, suggest_mail_address};

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

proptest! {
    #[test]
    fn a_username_is_trimmed_and_arrives(text in prop_oneof![
        text(r"[ \t]{0,3}\PC{0,300}[ \n]{0,3}"),
        letters(&[' ', '\n', '\0', '\u{85}', '\u{a0}', '\u{200b}', '\u{feff}', 'é', '👩']),
    ]) {
        checks::username(&text);
    }

    #[test]
    fn passwords_and_codes_arrive(
        password in text(r"(?s).{0,110}"),
        code in prop_oneof![text(r"[\w+/=-]{0,50}"), letters(&['a', '0', '_', '-', ' ', '\t', '\u{2028}'])],
    ) {
        checks::secrets(&password, &code);
    }

    #[test]
    fn a_locale_is_a_language_and_a_country(text in text("[a-zA-Zé]{1,4}[_-]?[a-zA-Zß]{1,3}")) {
        checks::locale(&text);
    }

    #[test]
    fn an_id_is_a_uuid(text in text("[0-9a-fA-F-]{30,40}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
        checks::id(&text);
    }

    #[test]
    fn a_login_url_runs_no_code(text in url_like()) {
        checks::login_url(&text);
    }

    #[test]
    fn a_login_url_and_a_locale_arrive(url in url_like(), locale in "[a-z]{2,3}_[A-Z]{2}") {
        if LoginUrl::parse(&url).is_err() { return Ok(()) }
        let request = checks::sent(false, &[Some(ID), Some("John"), Some(&url), Some(&locale)]);
        let expected = [("projectId", ID), ("login_url", url.as_str()), ("locale", locale.as_str())];
        prop_assert_eq!(checks::sent_query(&request.unwrap()), expected.map(|(name, value)| (name.into(), value.into())));
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
    fn a_base_url_leads_to_its_own_host(text in url_like()) {
        checks::base_url(&text);
    }

    #[test]
    fn a_time_limit_is_in_the_range_of_a_timer(text in prop_oneof![any::<String>(), "[0-9]{1,12}", "-?[0-9.e+]{1,9}"]) {
        checks::timeout(&text);
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
        let mut rules = vec![(Requires::MinLength, min, ""), (Requires::MaxLength, max, "")];
        rules.extend(allowed.as_deref().map(|set| (Requires::AllowedCharacters, 0, set)));
        rules.extend(forbidden.as_deref().map(|set| (Requires::ForbiddenCharacters, 0, set)));
        rules.extend(contain.iter().map(|(set, count)| (Requires::ShouldContain, *count, set.as_str())));
        let policy = rules.iter().try_fold(PasswordPolicy::default(), |policy, &(requires, count, set)| {
            policy.with(requires, count, set)
        });
        let Ok(policy) = policy else { return Ok(()) };
        let is_broken = |&&(requires, count, set): &&(Requires, u32, &str)| {
            let length = password.chars().count();
            let of_set = password.chars().filter(|character| set.contains(*character)).count();
            match requires {
                Requires::MinLength => length < count as usize,
                Requires::MaxLength => length > count as usize,
                Requires::AllowedCharacters => of_set < length,
                Requires::ForbiddenCharacters => of_set > 0,
                Requires::ShouldContain => of_set < count as usize,
            }
        };
        let broken: Vec<_> = rules.iter().filter(is_broken).map(|&(requires, ..)| requires).collect();
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
        status in prop_oneof![any::<u16>(), Just(429)],
        code in proptest::option::of(text("[0-9]{3}-[0-9]{3}")),
        retry_after in proptest::option::of(prop_oneof![
            text("[0-9]{1,20}"),
            (0..253_402_300_800_u64, any::<bool>()).prop_map(|(seconds, is_asctime)| date(seconds, is_asctime)),
        ]),
        now_ms in 0..253_402_300_800_000_u64,
    ) {
        checks::response(status, code.as_deref(), retry_after.as_deref(), now_ms);
    }

    #[test]
    fn a_wait_in_seconds_may_have_a_fraction_and_no_sign(seconds in prop_oneof![any::<u64>(), 0..10_000_000_000_000_u64]) {
        let wait_ms = seconds.checked_mul(1000).filter(|ms| *ms < 1 << 53);
        prop_assert_eq!(checks::retry_after_ms(&format!("{seconds}.0"), 0), wait_ms);
        prop_assert_eq!(checks::retry_after_ms(&format!("-{seconds}"), 0), None);
    }
}

/// A date in the usual format, or in that of `asctime`.
fn date(seconds: u64, is_asctime: bool) -> String {
    let date = httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_secs(seconds));
    if !is_asctime {
        return date;
    }
    let (weekday, rest) = date.split_once(", ").unwrap();
    let [day, month, year, time, _] = rest.split(' ').collect::<Vec<_>>()[..] else { unreachable!() };
    format!("{weekday} {month} {:>2} {time} {year}", day.trim_start_matches('0'))
}
