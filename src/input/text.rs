//! IDs, usernames, codes, passwords and locales.

use super::newtype::{Input, newtype};
use super::{Check, Rule};

newtype! {
    /// A Login project's ID, from Publisher Account: a UUID, 8-4-4-4-12 hexadecimal digits in any case.
    pub struct ProjectId;

    /// Parses an ID, preserving its case.
    ///
    /// # Errors
    /// [`Rule::Uuid`].
    fn parse = Uuid;
}

newtype! {
    /// A user's ID, from the link in the email: a UUID like [`ProjectId`].
    pub struct UserId;

    /// Parses an ID, preserving its case.
    ///
    /// # Errors
    /// [`Rule::Uuid`].
    fn parse = Uuid;
}

newtype! {
    /// The player who lost a password: a username or an email address.
    ///
    /// 1 to 255 Unicode code points (an emoji made of several counts as several) without control characters.
    /// Email addresses have no further rule, because the API also accepts usernames and documents no format.
    pub secret struct Username;

    /// Parses a username, trimming surrounding whitespace and invisible format characters.
    ///
    /// # Examples
    /// ```
    /// use xsolla_password_reset::input::{Rule, Username};
    ///
    /// assert_eq!(Username::parse(" John \n")?.as_str(), "John");
    /// assert_eq!(Username::parse("Jo\nhn"), Err(Rule::NoControls));
    /// # Ok::<(), Rule>(())
    /// ```
    ///
    /// # Errors
    /// [`Rule::UsernameLength`], [`Rule::NoControls`].
    fn parse = Username;
}

newtype! {
    /// The password to set: 6 to 100 Unicode code points, sent exactly as it is given.
    ///
    /// Source: the schema of Confirm password reset.
    pub secret struct NewPassword;

    /// Parses a password, without trimming or normalising it.
    ///
    /// # Examples
    /// ```
    /// use xsolla_password_reset::input::{NewPassword, Rule};
    ///
    /// assert_eq!(NewPassword::parse(" secret ")?.as_str(), " secret ");
    /// assert_eq!(NewPassword::parse("short"), Err(Rule::PasswordLength));
    /// # Ok::<(), Rule>(())
    /// ```
    ///
    /// # Errors
    /// [`Rule::PasswordLength`].
    fn parse = Password;
}

newtype! {
    /// The reset code from the link in the email.
    pub secret struct ResetCode;

    /// Parses a code.
    ///
    /// # Errors
    /// [`Rule::NotEmpty`], [`Rule::NoSpaces`].
    fn parse = Code;
}

newtype! {
    /// The code for an extra check, which projects with custom storage may require.
    pub secret struct VerifyCode;

    /// Parses a code.
    ///
    /// # Errors
    /// [`Rule::NotEmpty`], [`Rule::NoSpaces`].
    fn parse = Code;
}

newtype! {
    /// The language of the email, in the API's format: `pt_BR`.
    ///
    /// Only the format is checked: Xsolla's own list contains `en_XX` and `fil_PH`.
    pub struct Locale;

    /// Parses a two- or three-letter language and a two-letter country separated by `_` or `-`, in any case.
    ///
    /// # Examples
    /// ```
    /// use xsolla_password_reset::input::{Locale, Rule};
    ///
    /// assert_eq!(Locale::parse("pt-br")?.as_str(), "pt_BR");
    /// assert_eq!(Locale::parse("pt"), Err(Rule::Locale));
    /// # Ok::<(), Rule>(())
    /// ```
    ///
    /// # Errors
    /// [`Rule::Locale`].
    fn parse = Locale, format_locale;
}

pub(super) fn username(text: &str) -> Result<&str, Rule> {
    let text = trim(text);
    if !has_length(text, 1, 255) {
        Err(Rule::UsernameLength)
    } else if text.chars().any(char::is_control) {
        Err(Rule::NoControls)
    } else {
        Ok(text)
    }
}

/// Removes invisible characters at both ends. Saves bytes over `trim_matches`, which also searches backwards.
fn trim(text: &str) -> &str {
    let mut visible = 0..0;
    for (index, character) in text.char_indices() {
        if !is_invisible(character) {
            if visible.is_empty() {
                visible.start = index;
            }
            visible.end = index + character.len_utf8();
        }
    }
    text.get(visible).unwrap_or_default()
}

/// Whether a character is whitespace, or a format character such as a zero-width space or a direction mark, which are often
/// copied along with a name. Tag characters are not included, because some emoji end with them.
fn is_invisible(character: char) -> bool {
    is_whitespace(character)
        || matches!(character, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// As `char::is_whitespace`, without its table.
fn is_whitespace(character: char) -> bool {
    matches!(character, '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}'
        | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

pub(super) fn new_password(text: &str) -> Result<&str, Rule> {
    if has_length(text, 6, 100) { Ok(text) } else { Err(Rule::PasswordLength) }
}

pub(super) fn locale(text: &str) -> Result<&str, Rule> {
    let is_locale = matches!(text.len(), 5 | 6)
        && text.bytes().enumerate().all(|(index, byte)| {
            if index + 3 == text.len() { b"_-".contains(&byte) } else { byte.is_ascii_alphabetic() }
        });
    if is_locale { Ok(text) } else { Err(Rule::Locale) }
}

/// Brings a valid locale into the API's format.
#[expect(unsafe_code, reason = "ASCII characters replace ASCII characters")]
fn format_locale(text: &mut str) {
    let length = text.len();
    for (index, byte) in unsafe { text.as_bytes_mut() }.iter_mut().enumerate() {
        match length - index {
            3 => *byte = b'_',
            // The case of a letter is one bit.
            1 | 2 => *byte &= !0x20,
            _ => *byte |= 0x20,
        }
    }
}

pub(super) fn uuid(text: &str) -> Result<&str, Rule> {
    let is_uuid = text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    if is_uuid { Ok(text) } else { Err(Rule::Uuid) }
}

pub(super) fn code(text: &str) -> Result<&str, Rule> {
    if text.is_empty() {
        Err(Rule::NotEmpty)
    } else if has_whitespace_or_control(text) {
        Err(Rule::NoSpaces)
    } else {
        Ok(text)
    }
}

fn has_length(text: &str, min: usize, max: usize) -> bool {
    // A code point takes at most four bytes, so overlong text is rejected without being counted.
    let continues = |byte: &u8| byte & 0b1100_0000 == 0b1000_0000;
    text.len() <= 4 * max && (min..=max).contains(&text.bytes().filter(|byte| !continues(byte)).count())
}

/// Whether there is whitespace or a control character.
pub(super) fn has_whitespace_or_control(text: &str) -> bool {
    text.chars().any(|character| is_whitespace(character) || character.is_control())
}

#[cfg(test)]
mod tests;
