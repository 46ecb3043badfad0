//! JSON that is not, or not exactly, the documented error object.

use crate::fault::{Fault, post, rejected, unexpected};
use crate::response::response;

/// Bodies without a valid code.
const UNREADABLE: [(&str, &str); 17] = [
    ("no error", "{}"),
    ("null", "null"),
    ("a number", "42"),
    ("a text", r#""error""#),
    ("a list", r#"[{"error":{"code":"0"}}]"#),
    ("error: null", r#"{"error":null}"#),
    ("error: a text", r#"{"error":"003-019"}"#),
    ("error: a list", r#"{"error":[{"code":"0"}]}"#),
    ("error: an empty object", r#"{"error":{}}"#),
    ("error in capitals", r#"{"Error":{"code":"0"}}"#),
    ("error in __proto__", r#"{"__proto__":{"error":{"code":"0"}}}"#),
    ("code: null", r#"{"error":{"code":null}}"#),
    ("code: true", r#"{"error":{"code":true}}"#),
    ("code: a list", r#"{"error":{"code":["0"]}}"#),
    ("code: an object", r#"{"error":{"code":{"toString":"0"}}}"#),
    ("code in __proto__", r#"{"error":{"__proto__":{"code":"0"}}}"#),
    ("error twice, the last without a code", r#"{"error":{"code":"0"},"error":{}}"#),
];

/// Bodies with a valid code, and that code.
const READABLE: [(&str, &str, &str); 16] = [
    ("code: 0", r#"{"error":{"code":0}}"#, "0"),
    ("code: -0", r#"{"error":{"code":-0}}"#, "0"),
    ("code: -1.5", r#"{"error":{"code":-1.5}}"#, "-1.5"),
    ("code: 1e21", r#"{"error":{"code":1e21}}"#, "1e+21"),
    ("code: 1e309", r#"{"error":{"code":1e309}}"#, "Infinity"),
    ("code: 20 digits", r#"{"error":{"code":12345678901234567890}}"#, "12345678901234567000"),
    ("code: an empty text", r#"{"error":{"code":""}}"#, ""),
    ("code: markup", r#"{"error":{"code":"<img src=x onerror=alert(1)>"}}"#, "<img src=x onerror=alert(1)>"),
    ("code twice", r#"{"error":{"code":"first","code":"last"}}"#, "last"),
    ("error twice", r#"{"error":{"code":"first"},"error":{"code":"last"}}"#, "last"),
    ("description: a number", r#"{"error":{"code":"0","description":5}}"#, "0"),
    ("description: null", r#"{"error":{"code":"0","description":null}}"#, "0"),
    ("details: a text", r#"{"error":{"code":"0","details":"what"}}"#, "0"),
    ("details: with __proto__", r#"{"error":{"code":"0","details":{"__proto__":{"polluted":true}}}}"#, "0"),
    (
        "members of the call's error",
        r#"{"kind":"accepted","error":{"code":"0","kind":"accepted","status":204}}"#,
        "0",
    ),
    ("members of an object's own", r#"{"error":{"code":"0","then":1,"constructor":null,"toJSON":2}}"#, "0"),
];

pub fn all() -> Vec<Fault> {
    let says = |body: &str| response(422).body(body);
    let unreadable = UNREADABLE.map(|(name, body)| post(name, says(body), unexpected(422)));
    let readable = READABLE.map(|(name, body, code)| post(name, says(body), rejected(422, code)));
    let huge = "9".repeat(100_000);
    let others = [
        post(
            "code: a text of 100,000 digits",
            says(&format!(r#"{{"error":{{"code":"{huge}"}}}}"#)),
            rejected(422, &*huge),
        ),
        post(
            "code: a number of 100,000 digits",
            says(&format!(r#"{{"error":{{"code":{huge}}}}}"#)),
            rejected(422, "Infinity"),
        ),
    ];
    unreadable.into_iter().chain(readable).chain(others).collect()
}
