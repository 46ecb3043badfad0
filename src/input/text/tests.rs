use super::*;

const UUID: &str = "0123abcd-4567-89ab-CDEF-0123456789ab";

#[test]
fn ids_are_uuids_in_any_case() {
    assert_eq!(ProjectId::parse(UUID).unwrap().as_str(), UUID);
    assert_eq!(UserId::parse(&UUID.to_uppercase()).unwrap().as_str(), UUID.to_uppercase());
    for text in [
        "",
        " ",
        "0123abcd456789abcdef0123456789ab",
        "0123abcd-4567-89ab-cdef-0123456789a",
        "0123abcd-4567-89ab-cdef-0123456789abc",
        "0123abcg-4567-89ab-cdef-0123456789ab",
        "0123abcd_4567_89ab_cdef_0123456789ab",
        " 0123abcd-4567-89ab-cdef-0123456789a",
        "{0123abcd-4567-89ab-cdef-0123456789}",
        "é123abcd-4567-89ab-cdef-0123456789a",
    ] {
        assert_eq!(ProjectId::parse(text), Err(Rule::Uuid), "{text}");
        assert_eq!(UserId::parse(text), Err(Rule::Uuid), "{text}");
    }
}

#[test]
fn a_username_is_trimmed_and_has_1_to_255_code_points() {
    let longest = "é".repeat(255);
    let emoji = "👩‍🚀".repeat(85); // three code points each
    for (text, name) in [
        ("John", "John"),
        ("a", "a"),
        ("  john@example.com\n", "john@example.com"),
        ("\u{a0}John\u{3000}", "John"),
        ("\u{200b}John\u{feff}", "John"),
        ("\u{202a}\u{2068} John\u{2069}\u{202c}\u{200e}", "John"),
        ("Jo\u{200b}hn", "Jo\u{200b}hn"),
        ("نورا\u{200c}علی", "نورا\u{200c}علی"), // joiners belong to the letters
        ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"),                           // ends with a tag character
        ("John Smith", "John Smith"),
        ("not@an@e-mail", "not@an@e-mail"),
        ("نورا", "نورا"),
        (&longest, &longest),
        (&emoji, &emoji),
    ] {
        assert_eq!(Username::parse(text).unwrap().as_str(), name);
    }
    for (text, rule) in [
        ("", Rule::UsernameLength),
        (" \t\n", Rule::UsernameLength),
        ("\u{200b}", Rule::UsernameLength),
        ("\u{ad}\u{2060}\u{61c}\u{180e}", Rule::UsernameLength),
        (&"a".repeat(256), Rule::UsernameLength),
        (&"👩‍🚀".repeat(86), Rule::UsernameLength),
        (&"👩".repeat(1_000_000), Rule::UsernameLength),
        ("Jo\0hn", Rule::NoControls),
        ("Jo\nhn", Rule::NoControls),
        ("Jo\u{7f}hn", Rule::NoControls),
        ("Jo\u{85}hn", Rule::NoControls),
    ] {
        assert_eq!(Username::parse(text), Err(rule), "{text:?}");
    }
}

#[test]
fn whitespace_is_what_unicode_says() {
    for character in '\0'..=char::MAX {
        assert_eq!(is_whitespace(character), character.is_whitespace(), "{character:?}");
    }
}

#[test]
fn a_password_has_6_to_100_code_points_and_is_unchanged() {
    let longest = "ü".repeat(100);
    for text in ["secret", "  pass  ", "u\u{308}mlaut", "\u{fc}mlaut", "tab\there", &longest] {
        assert_eq!(NewPassword::parse(text).unwrap().as_str(), text);
    }
    for text in ["", "12345", "üüüüü", &"a".repeat(101)] {
        assert_eq!(NewPassword::parse(text), Err(Rule::PasswordLength), "{text:?}");
    }
}

#[test]
fn a_code_has_neither_whitespace_nor_control_characters() {
    for text in ["1", "ABJ8UKuTvNILBAEdfiKIpgHtiz6teYVPXMBFdpaw5mI", "a+b/c=", "é"] {
        assert_eq!(ResetCode::parse(text).unwrap().as_str(), text);
        assert_eq!(VerifyCode::parse(text).unwrap().as_str(), text);
    }
    for (text, rule) in [
        ("", Rule::NotEmpty),
        (" ", Rule::NoSpaces),
        ("a b", Rule::NoSpaces),
        ("a\n", Rule::NoSpaces),
        ("a\u{a0}", Rule::NoSpaces),
        ("a\0", Rule::NoSpaces),
    ] {
        assert_eq!(ResetCode::parse(text), Err(rule), "{text:?}");
        assert_eq!(VerifyCode::parse(text), Err(rule), "{text:?}");
    }
}

#[test]
fn a_locale_is_in_the_format_of_the_api() {
    for (text, locale) in [
        ("en_XX", "en_XX"),
        ("pt-br", "pt_BR"),
        ("PT_br", "pt_BR"),
        ("km-KH", "km_KH"),
        ("fil_PH", "fil_PH"),
        ("zh-cn", "zh_CN"),
    ] {
        assert_eq!(Locale::parse(text).unwrap().as_str(), locale);
    }
    for text in [
        "",
        "en",
        "en_",
        "_US",
        "e_US",
        "engl_US",
        "en_USA",
        "en_U1",
        "e1_US",
        "en US",
        "en__US",
        "zh-Hant-TW",
        " en_US",
        "dé_DE",
    ] {
        assert_eq!(Locale::parse(text), Err(Rule::Locale), "{text}");
    }
}

#[test]
fn debug_hides_what_must_not_end_up_in_logs() {
    let shown = format!("{:?} {:?}", Username::parse("John").unwrap(), NewPassword::parse("secret").unwrap());
    assert_eq!(shown, "Username(hidden) NewPassword(hidden)");
}
