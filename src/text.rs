//! Strings without `format!`, whose machinery would be a fifth of the WebAssembly.

/// Concatenates. Saves 143 bytes of brotli over `[…].concat()`.
///
/// For one text, too: `to_owned`, `vec!` and `to_vec` allocate in a way of their own, which would be 69 bytes more.
pub fn join(parts: &[&str]) -> String {
    parts.iter().copied().collect()
}

/// A number in decimal digits. Saves 914 bytes of brotli over `to_string`.
pub fn decimal(number: u32) -> String {
    let mut text = if number < 10 { String::new() } else { decimal(number / 10) };
    text.push(char::from_digit(number % 10, 10).unwrap_or_default());
    text
}

/// Splits at the first of these bytes, which is dropped. Without one of them, there is no second part.
///
/// Unlike `str::split_once`, it needs no searcher for substrings.
pub fn cut<'a>(text: &'a [u8], separators: &[u8]) -> (&'a [u8], Option<&'a [u8]>) {
    match text
        .iter()
        .position(|byte| separators.contains(byte))
        .and_then(|index| text.split_at_checked(index))
    {
        Some((before, [_, after @ ..])) => (before, Some(after)),
        _ => (text, None),
    }
}

/// Whether there are only decimal digits, or nothing.
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
