//! What holds for every input: nothing panics, and what is accepted survives the wire.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]
#![allow(clippy::unwrap_used, reason = "how a test fails")]

use proptest::prelude::*;
use serde_json::Value;
use url::Url;
use xsolla_password_reset::answer::{Answer, ErrorObject};
use xsolla_password_reset::call::Call;
use xsolla_password_reset::input::{
    BaseUrl, Locale, LoginUrl, NewPassword, ProjectId, ResetCode, TimeoutMs, UserId, Username, VerifyCode,
};
use xsolla_password_reset::{Error, PasswordResetConfirmation, PasswordResetRequest, Server};

const ID: &str = "11111111-1111-4111-8111-111111111111";

/// Any text, or one that looks like what is wanted.
fn text(like: &'static str) -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), like]
}

/// A URL, more or less.
fn url_like() -> impl Strategy<Value = String> {
    text(r"[a-zA-Z][a-z0-9+.-]{0,9}:(//)?([a-z]{1,5}@)?[a-z0-9.\[\]:-]{0,12}[/?#\\a-zé%]{0,9}")
}

/// What a URL parser reads from the query that is sent: names and decoded values.
fn sent_query(call: &Call) -> Vec<(String, String)> {
    let mut url = Url::parse("https://login.xsolla.com/api").unwrap();
    url.query_pairs_mut().extend_pairs(&call.query);
    Url::parse(url.as_str()).unwrap().query_pairs().into_owned().collect()
}

/// What a JSON parser reads from the body that is sent.
fn sent_body(call: &Call) -> Value {
    let object: Value = call
        .body
        .fields()
        .iter()
        .map(|(name, text)| (name.to_string(), Value::from(text.as_str())))
        .collect();
    serde_json::from_str(&object.to_string()).unwrap()
}

proptest! {
    #[test]
    fn a_username_that_is_accepted_arrives(text in text(r"[ \t]{0,3}\PC{0,300}[ \n]{0,3}")) {
        let Ok(username) = Username::parse(&text) else { return Ok(()) };
        prop_assert_eq!(username.as_str(), text.trim());
        prop_assert!((1..=255).contains(&username.as_str().chars().count()));
        let again = Username::parse(username.as_str());
        prop_assert_eq!(again.as_ref(), Ok(&username));
        let request = PasswordResetRequest {
            project_id: ProjectId::parse(ID).unwrap(),
            username,
            login_url: None,
            locale: None,
            server: Server::default(),
        };
        prop_assert_eq!(&sent_body(&request.into())["username"], text.trim());
    }

    #[test]
    fn a_password_and_codes_that_are_accepted_arrive(
        password in text(r"(?s).{0,110}"),
        reset_code in text(r"[\w+/=-]{0,50}"),
        verify_code in text(r"[0-9]{0,6}"),
    ) {
        let parsed = (NewPassword::parse(&password), ResetCode::parse(&reset_code), VerifyCode::parse(&verify_code));
        prop_assert_eq!(parsed.0.is_ok(), (6..=100).contains(&password.chars().count()));
        let (Ok(new_password), Ok(code), Ok(verify)) = parsed else { return Ok(()) };
        let confirmation = PasswordResetConfirmation {
            project_id: ProjectId::parse(ID).unwrap(),
            new_password,
            reset_code: code,
            user_id: Some(UserId::parse(ID).unwrap()),
            verify_code: Some(verify),
            server: Server::default(),
        };
        let body = sent_body(&confirmation.into());
        prop_assert_eq!(&body["new_password"], &password);
        prop_assert_eq!(&body["reset_code"], &reset_code);
        prop_assert_eq!(&body["verify_code"], &verify_code);
    }

    #[test]
    fn a_login_url_and_a_locale_that_are_accepted_arrive(
        url in url_like(),
        locale in text("[a-zA-Z]{1,4}[_-][a-zA-Z]{1,3}"),
    ) {
        let (Ok(login_url), Ok(locale)) = (LoginUrl::parse(&url), Locale::parse(&locale)) else { return Ok(()) };
        let locale_text = locale.as_str().to_owned();
        prop_assert_eq!(Locale::parse(&locale_text.replace('_', "-")).unwrap(), locale.clone());
        let request = PasswordResetRequest {
            project_id: ProjectId::parse(ID).unwrap(),
            username: Username::parse("John").unwrap(),
            login_url: Some(login_url),
            locale: Some(locale),
            server: Server::default(),
        };
        let expected = [("projectId", ID), ("login_url", url.as_str()), ("locale", locale_text.as_str())];
        prop_assert_eq!(sent_query(&request.into()), expected.map(|(name, value)| (name.into(), value.into())));
    }

    #[test]
    fn a_login_url_runs_no_code(text in url_like()) {
        if LoginUrl::parse(&text).is_ok() {
            let scheme = Url::parse(&text).map(|url| url.scheme().to_owned()).unwrap_or_default();
            prop_assert!(!["javascript", "data", "blob", "file"].contains(&scheme.as_str()));
        }
    }

    #[test]
    fn a_base_url_leads_where_it_says(text in url_like()) {
        let Ok(base) = BaseUrl::parse(&text) else { return Ok(()) };
        // What a URL parser does not take is never sent.
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
    fn an_id_that_is_accepted_is_a_uuid(text in text("[0-9a-fA-F-]{30,40}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
        let lengths: Vec<_> = text.split('-').map(str::len).collect();
        let is_uuid = lengths == [8, 4, 4, 4, 12] && text.chars().all(|c| c == '-' || c.is_ascii_hexdigit());
        prop_assert_eq!(ProjectId::parse(&text).is_ok(), is_uuid);
        prop_assert_eq!(UserId::parse(&text).is_ok(), is_uuid);
    }

    #[test]
    fn a_time_limit_is_what_a_timer_holds(milliseconds in any::<f64>()) {
        let fits = (1.0..=2_147_483_647.0).contains(&milliseconds) && milliseconds.fract() == 0.0;
        prop_assert_eq!(TimeoutMs::parse(milliseconds).map(|limit| f64::from(limit.get())).ok(), fits.then_some(milliseconds));
    }

    #[test]
    fn every_answer_has_one_outcome(
        status in any::<u16>(),
        retry_after in proptest::option::of(text(r"[0-9]{1,20}|(Mon|Sun), [0-9]{2} (Jan|Nov) [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT")),
        code in proptest::option::of(text("[0-9]{3}-[0-9]{3}")),
        received_at_ms in 0..=8_640_000_000_000_000_u64,
    ) {
        let error = code.clone().map(|code| ErrorObject { code, description: String::new(), details: None });
        match (Answer { status, retry_after, error, received_at_ms }.into_result(), status) {
            (Ok(()), 204) | (Err(Error::UnexpectedResponse { .. }), _) => {}
            (Err(Error::RateLimited { retry_after_ms, .. }), 429) => {
                prop_assert!(retry_after_ms.is_none_or(|ms| ms < 1 << 53));
            }
            (Err(Error::Rejected { status: told, code: told_code, .. }), 400..=599) => {
                prop_assert_eq!((told, Some(told_code)), (status, code));
            }
            outcome => prop_assert!(false, "{outcome:?}"),
        }
    }
}
