//! The messages that JavaScript sends: the options of a call, or a response.
//!
//! A message is a list of values. Each begins with a digit, its kind. Its text follows in UTF-8, and is empty if the value has
//! none. The value ends with the byte 255, which never occurs in UTF-8. `toMessage` of `exchange.js` writes a value.

use crate::text::split_at_any;

// The kind of a value. `exchange.js` declares the same numbers, except for the last, which is a `_` arm here; a native test
// compares them.
pub const ABSENT: u32 = 0;
pub const UNREADABLE: u32 = 1;
pub const ILL_FORMED: u32 = 2;
pub const OBJECT: u32 = 3;
pub const STRING: u32 = 4;
pub const NUMBER: u32 = 5;
pub const FUNCTION: u32 = 6;
pub const SIGNAL: u32 = 7;
pub const LIST: u32 = 8;

/// The values of a message that have not been taken yet.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a>(&'a [u8]);

impl<'a> Message<'a> {
    /// Starts to read a message.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Takes the next value: its kind and its text.
    #[expect(
        unsafe_code,
        reason = "JavaScript encodes each text with `encodeURIComponent`, whose result is UTF-8"
    )]
    pub fn take(&mut self) -> Option<(u32, &'a str)> {
        let (value, rest) = split_at_any(self.0, &[255]);
        self.0 = rest.unwrap_or_default();
        let (kind, text) = value.split_first()?;
        Some((u32::from(kind.wrapping_sub(b'0')), unsafe { str::from_utf8_unchecked(text) }))
    }

    /// Takes the next value, and returns its text if it is a string.
    pub fn take_string(&mut self) -> Option<&'a str> {
        self.take().and_then(|(kind, text)| (kind == STRING).then_some(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_taken_in_order() {
        let texts = ["", "John", "0", "é日本😀", "\0\n:", "\u{ffff}"];
        let bytes: Vec<u8> =
            texts.iter().flat_map(|text| [b"4", text.as_bytes(), b"\xff"].concat()).collect();
        let mut message = Message::new(&bytes);
        for text in texts {
            assert_eq!(message.take(), Some((STRING, text)));
        }
        assert_eq!(message.take(), None);
    }

    #[test]
    fn only_a_string_is_a_text() {
        let mut message = Message::new(b"4John\xff0\xff57\xff");
        assert_eq!([(); 4].map(|()| message.take_string()), [Some("John"), None, None, None]);
    }

    #[test]
    fn an_empty_value_ends_the_message() {
        for bytes in [&b""[..], b"\xff", b"\xff4John\xff"] {
            assert_eq!(Message::new(bytes).take(), None, "{bytes:?}");
        }
    }
}
