//! IDs, usernames, passwords, codes and locales: an accepted one has the documented format, and arrives unchanged.

#![no_main]

use fuzz::{ID, request, sent, sent_body, sent_query};
use libfuzzer_sys::fuzz_target;
use xsolla_password_reset::input::{Locale, NewPassword, ProjectId, ResetCode, UserId, Username, VerifyCode};

fuzz_target!(|text: &str| {
    if ProjectId::parse(text).is_ok() {
        assert!(UserId::parse(text).is_ok());
        let groups: Vec<_> = text.split('-').collect();
        assert!(text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit()));
        assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
        let request = request(text, "John", None).unwrap();
        assert_eq!(sent_query(&request), [("projectId".into(), text.into())]);
    }
    if let Ok(username) = Username::parse(text) {
        assert!(text.contains(username.as_str()) && username.as_str().trim() == username.as_str());
        assert_eq!(Username::parse(username.as_str()).as_ref(), Ok(&username));
        assert!((1..=255).contains(&username.as_str().chars().count()));
        let request = request(ID, text, None).unwrap();
        assert_eq!(sent_body(&request)["username"], username.as_str());
    }
    if let Ok(locale) = Locale::parse(text) {
        assert!(locale.as_str().eq_ignore_ascii_case(&text.replace('-', "_")));
        assert_eq!(Locale::parse(locale.as_str()), Ok(locale));
    }
    secrets(text);
});

fn secrets(text: &str) {
    let is_code = !text.is_empty() && !text.chars().any(|c| c.is_whitespace() || c.is_control());
    assert_eq!(ResetCode::parse(text).is_ok(), is_code);
    assert_eq!(VerifyCode::parse(text).is_ok(), is_code);
    assert_eq!(NewPassword::parse(text).is_ok(), (6..=100).contains(&text.chars().count()));
    let password = if NewPassword::parse(text).is_ok() { text } else { "password" };
    let code = if is_code { text } else { "code" };
    let values = [
        Some(ID),
        Some(password),
        Some(code),
        UserId::parse(text).is_ok().then_some(text),
        is_code.then_some(text),
    ];
    let request = sent(true, &values).unwrap();
    assert!(!format!("{request:?}").contains("new_password"));
    let body = sent_body(&request);
    assert_eq!(body["new_password"], password);
    assert_eq!(body["reset_code"], code);
    assert_eq!(body.get("verify_code").is_some(), is_code);
}
