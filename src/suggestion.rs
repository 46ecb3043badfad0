//! What was probably meant: an option with another name, or a mail address with a typing error.

use crate::text::{concat, line, push_byte, split};

/// Names that other libraries use, and the options that they mean, both in lower case.
const OTHER_NAMES: &str =
    "email:username\nlogin:username\ncallbackurl:loginurl\nredirecturl:loginurl\nredirecturi:loginurl\n";

/// Finds the option that a misspelt name probably means: the same letters in another case style (`login_url`), a prefix or
/// suffix of it (`timeout`), or the reverse (`abortSignal`), or another library's name for it. Empty if there is none.
///
/// `known` has a line for each option.
pub fn closest_option<'a>(name: &str, known: &'a str) -> &'a str {
    let mut letters = String::new();
    for byte in name.bytes().filter(|byte| !b"_-".contains(byte)) {
        push_byte(&mut letters, byte.to_ascii_lowercase());
    }
    let meant = (0..5).map(|number| line(OTHER_NAMES, number)).find(|(other, _)| *other == letters);
    let letters = meant.map_or(letters.as_str(), |(_, option)| option).as_bytes();
    let same = |a: Option<&[u8]>, b: Option<&[u8]>| a.zip(b).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b));
    let mut rest = known;
    loop {
        let (option, others) = split(rest, b"\n");
        rest = others;
        // The shorter of the two must be the start or the end of the other.
        let bytes = option.as_bytes();
        let length = bytes.len().min(letters.len());
        let is_closest = letters.len() > 3
            && letters.get(length) != Some(&b'.')
            && (same(bytes.get(..length), letters.get(..length))
                || same(bytes.get(bytes.len() - length..), letters.get(letters.len() - length..)));
        if is_closest || option.is_empty() {
            return option;
        }
    }
}

/// Domains of mail providers with many users, and those that resemble them.
const MAIL_DOMAINS: &str =
    "gmail.com hotmail.com outlook.com yahoo.com icloud.com googlemail.com ymail.com email.com ";

/// Returns a mail address whose domain lacks the typing error that it probably has: one letter too many, too few, or another,
/// or two letters in the wrong order. It never proves that an address is wrong.
///
/// # Examples
/// ```
/// use xsolla_password_reset::suggest_mail_address;
///
/// assert_eq!(suggest_mail_address("John@gmial.com").as_deref(), Some("John@gmail.com"));
/// assert_eq!(suggest_mail_address("John@gmail.com"), None);
/// ```
#[must_use]
pub fn suggest_mail_address(username: &str) -> Option<String> {
    let (name, domain) = split(username, b"@");
    let mut domains = MAIL_DOMAINS;
    let mut suggestion = None;
    while !domains.is_empty() {
        let (known, others) = split(domains, b" ");
        domains = others;
        if known.eq_ignore_ascii_case(domain) {
            return None;
        }
        if suggestion.is_none() && is_one_edit_away(known.as_bytes(), domain.as_bytes()) {
            suggestion = Some(concat(&[name, "@", known]));
        }
    }
    suggestion
}

/// Whether two texts differ in one letter, or in the order of two, in any case.
fn is_one_edit_away(mut a: &[u8], mut b: &[u8]) -> bool {
    while let ([first, rest_a @ ..], [other, rest_b @ ..]) = (a, b)
        && first.eq_ignore_ascii_case(other)
    {
        (a, b) = (rest_a, rest_b);
    }
    while let ([rest_a @ .., last], [rest_b @ .., other]) = (a, b)
        && last.eq_ignore_ascii_case(other)
    {
        (a, b) = (rest_a, rest_b);
    }
    match (a, b) {
        ([_] | [], [_] | []) => true,
        ([a, b], [c, d]) => a.eq_ignore_ascii_case(d) && b.eq_ignore_ascii_case(c),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // A sample of the options.
    const KNOWN: &str = "projectId\nusername\nloginUrl\nlocale\npasswordPolicy\npasswordPolicy.minLength\ntimeoutMs\nsignal\n";

    #[test]
    fn an_unknown_option_is_reported_with_the_closest_one() {
        for (name, closest) in [
            ("login_url", Some("loginUrl")),
            ("LoginURL", Some("loginUrl")),
            ("project-id", Some("projectId")),
            ("projectID", Some("projectId")),
            ("email", Some("username")),
            ("userName", Some("username")),
            ("user", Some("username")),
            ("redirect_uri", Some("loginUrl")),
            ("timeout", Some("timeoutMs")),
            ("abortSignal", Some("signal")),
            ("url", None),
            ("retries", None),
            ("", None),
            ("passwordPolicy.min_length", Some("passwordPolicy.minLength")),
            ("passwordPolicy.regexps", None),
            ("password_policy", Some("passwordPolicy")),
        ] {
            assert_eq!(closest_option(name, KNOWN), closest.unwrap_or_default(), "{name}");
        }
    }

    #[test]
    fn a_typing_error_in_a_domain_is_corrected() {
        for (domain, meant) in [
            ("gmial.com", "gmail.com"),
            ("gmal.com", "gmail.com"),
            ("gmaill.com", "gmail.com"),
            ("gnail.com", "gmail.com"),
            ("gmail.con", "gmail.com"),
            ("gmail.co", "gmail.com"),
            ("gmailcom", "gmail.com"),
            ("GMIAL.COM", "gmail.com"),
            ("hotmial.com", "hotmail.com"),
            ("hotmai.com", "hotmail.com"),
            ("outlok.com", "outlook.com"),
            ("yaho.com", "yahoo.com"),
            ("iclod.com", "icloud.com"),
        ] {
            let corrected = Some(format!("John.Doe+1@{meant}"));
            assert_eq!(suggest_mail_address(&format!("John.Doe+1@{domain}")), corrected, "{domain}");
        }
    }

    #[test]
    fn any_other_name_is_left_alone() {
        for name in [
            "",
            "@",
            "John",
            "gmial.com",
            "John@",
            "@@",
            "John@gmail.com",
            "John@Gmail.Com",
            "John@ymail.com",
            "John@email.com",
            "John@gmx.de",
            "John@example.com",
            "John@mail.ru",
            "John@hotmail.de",
            "John@gxmil.com",
            "John@gaxil.com",
            "a@b@gmial.com",
            "Jöhn@gmäil.com.",
        ] {
            assert_eq!(suggest_mail_address(name), None, "{name}");
        }
    }
}
