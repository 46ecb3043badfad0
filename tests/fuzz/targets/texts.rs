//! IDs, usernames, passwords, codes and locales: an accepted one has the documented format, and arrives unchanged.

#![no_main]

use fuzz::{ID, request, sent_body, sent_query};
use libfuzzer_sys::fuzz_target;
use xsolla_password_reset::input::{Locale, NewPassword, ProjectId, ResetCode, UserId, Username, VerifyCode};
use xsolla_password_reset::internals::Call;
use xsolla_password_reset::{ApiConfig, PasswordResetConfirmation};

fuzz_target!(|text: &str| {
    if let Ok(id) = ProjectId::parse(text) {
        assert!(UserId::parse(text).is_ok());
        let groups: Vec<_> = text.split('-').collect();
        assert!(text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit()));
        assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
        let mut request = request();
        request.project_id = id;
        assert_eq!(sent_query(&request.into()), [("projectId".into(), text.into())]);
    }
    if let Ok(username) = Username::parse(text) {
        assert!(text.contains(username.as_str()) && username.as_str().trim() == username.as_str());
        assert_eq!(Username::parse(username.as_str()).as_ref(), Ok(&username));
        let name = username.as_str().to_owned();
        assert!((1..=255).contains(&username.as_str().chars().count()));
        let mut request = request();
        request.username = username;
        assert_eq!(sent_body(&request.into())["username"], name);
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
    let password = NewPassword::parse(text).or_else(|_| NewPassword::parse("password")).unwrap();
    let confirmation = PasswordResetConfirmation {
        project_id: ProjectId::parse(ID).unwrap(),
        new_password: password.clone(),
        reset_code: ResetCode::parse(text).or_else(|_| ResetCode::parse("code")).unwrap(),
        user_id: UserId::parse(text).ok(),
        verify_code: VerifyCode::parse(text).ok(),
        config: ApiConfig::default(),
    };
    assert_eq!(format!("{:?}", confirmation.new_password), "NewPassword(hidden)");
    assert_eq!(format!("{:?}", confirmation.reset_code), "ResetCode(hidden)");
    let body = sent_body(&Call::from(confirmation));
    assert_eq!(body["new_password"], password.as_str());
    assert_eq!(body["reset_code"], if is_code { text } else { "code" });
    assert_eq!(body.get("verify_code").is_some(), is_code);
}
