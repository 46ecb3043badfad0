//! Error responses whose body is not JSON, or is very large.

use crate::fault::{Expected, Fault, post, rejected, unexpected, with_error_object};
use crate::response::{ERROR, HTML, response};

const TEN_MB: usize = 10 * 1024 * 1024;
const DEEP: usize = 100_000;

pub fn all() -> Vec<Fault> {
    let readable = || with_error_object(400);
    let unreadable = || unexpected(400);
    let nested = ["[".repeat(DEEP), "]".repeat(DEEP)].concat();
    let long = format!(r#"{{"error":{{"code":"0","description":"{}"}}}}"#, "x".repeat(TEN_MB));
    let deep = format!(r#"{{"error":{{"code":"0","details":{nested}}}}}"#);
    let utf_16 = ERROR.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let garbled = [b"\xff\xfe".as_slice(), ERROR.as_bytes()].concat();
    let called = |content_type| response(400).header(content_type).body(ERROR);
    vec![
        says("10 MB of HTML", [HTML, &" ".repeat(TEN_MB)].concat(), unreadable()),
        says("10 MB of zeros", vec![0; TEN_MB], unreadable()),
        says("10 MB of description", long, rejected(400, "0")),
        says("JSON nested 100,000 deep", nested, unreadable()),
        says("JSON nested 100,000 deep and not closed", "[".repeat(DEEP), unreadable()),
        says("details nested 100,000 deep", deep, rejected(400, "0")),
        says("100,000 errors", format!("[{}0]", format!("{ERROR},").repeat(100_000)), unreadable()),
        says("blanks", "  \r\n\t ", unreadable()),
        says("JSON cut short", &ERROR[..ERROR.len() - 1], unreadable()),
        says("JSON with a comma too many", ERROR.replace("}}", ",}}"), unreadable()),
        says("JSON in single quotes", ERROR.replace('"', "'"), unreadable()),
        says("JSON twice", ERROR.repeat(2), unreadable()),
        says("JSON after a guard", format!(")]}}',\n{ERROR}"), unreadable()),
        says("JSON after a byte order mark", format!("\u{feff}{ERROR}"), readable()),
        says("JSON in UTF-16", utf_16, unreadable()),
        says("NaN", r#"{"error":{"code":NaN}}"#, unreadable()),
        says("invalid UTF-8 before JSON", garbled, unreadable()),
        says("invalid UTF-8 in the code", b"{\"error\":{\"code\":\"\xff\"}}", rejected(400, "\u{fffd}")),
        says("HTML called JSON", HTML, unreadable()),
        post("JSON called HTML", called("Content-Type: text/html"), readable()),
        post("JSON called JavaScript", called("Content-Type: text/javascript"), readable()),
        post(
            "JSON in an unknown charset",
            called("Content-Type: application/json; charset=none"),
            readable(),
        ),
    ]
}

fn says(name: &'static str, body: impl Into<Vec<u8>>, expected: Expected) -> Fault {
    post(name, response(400).body(body), expected)
}
