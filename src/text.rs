//! Strings without `format!`, whose code would be a fifth of the WebAssembly.

/// Concatenates. Saves 181 bytes of brotli over `[…].concat()`.
///
/// Also copies a single text: `to_owned` would add another way to allocate, which is 96 bytes more.
pub fn concat(parts: &[&str]) -> String {
    parts.iter().copied().collect()
}

/// Formats a number in decimal digits. Saves 51 bytes of brotli over `to_string`.
pub fn decimal(number: u32) -> String {
    let mut text = if number < 10 { String::new() } else { decimal(number / 10) };
    text.push(char::from_digit(number % 10, 10).unwrap_or_default());
    text
}

/// Splits at the first of the separators, which is dropped. Returns the whole text and `None` if there is no separator.
///
/// Unlike `str::split_once`, it needs no code that searches for substrings.
pub fn split_at_any<'a>(text: &'a [u8], separators: &[u8]) -> (&'a [u8], Option<&'a [u8]>) {
    match text
        .iter()
        .position(|byte| separators.contains(byte))
        .and_then(|index| text.split_at_checked(index))
    {
        Some((before, [_, after @ ..])) => (before, Some(after)),
        _ => (text, None),
    }
}

/// Whether all bytes are decimal digits, if there are any.
pub fn is_digits(text: &[u8]) -> bool {
    text.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_in_decimal_digits() {
        for number in [0, 7, 9, 10, 11, 19, 99, 100, 101, 204, 65_535, u32::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
    }
}
