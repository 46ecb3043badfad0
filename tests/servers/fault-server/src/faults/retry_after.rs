//! Unusual and invalid `Retry-After` headers.

use crate::fault::{Fault, Wait, limited, limited_for, post, unexpected};
use crate::response::{Response, response};

/// The value of the header, and the milliseconds parsed from it.
const WAITS: [(&str, &str, Option<u64>); 14] = [
    ("Retry-After: 7", "7", Some(7000)),
    ("Retry-After: 0", "0", Some(0)),
    ("Retry-After: 007, blanks around", "  007\t ", Some(7000)),
    ("Retry-After: 99999999999", "99999999999", Some(99_999_999_999_000)),
    ("Retry-After: a past date", "Sun, 06 Nov 1994 08:49:37 GMT", Some(0)),
    ("Retry-After: 30 digits", "999999999999999999999999999999", None),
    ("Retry-After: -1", "-1", None),
    ("Retry-After: 1e309", "1e309", None),
    ("Retry-After: 1.5", "1.5", Some(2000)),
    ("Retry-After: Infinity", "Infinity", None),
    ("Retry-After: nothing", "", None),
    ("Retry-After: garbage", "soon; or \u{1f573}", None),
    ("Retry-After: a date that is none", "Sun, 99 Nov 1994 08:49:37 GMT", None),
    ("Retry-After: a date of another kind", "2099-11-06T08:49:37Z", None),
];
/// How far away it is depends on the clock.
const LAST_DATE: &str = "Fri, 31 Dec 9999 23:59:59 GMT";

pub fn all() -> Vec<Fault> {
    let busy = || response(429).with_error();
    let known = |wait_ms| limited_for(Wait::Exactly(wait_ms));
    let far = || limited_for(Wait::Between(200_000_000_000_000, 253_402_300_799_000));
    let waits = WAITS.map(|(name, header, wait_ms)| {
        post(name, exposed(busy(), header), wait_ms.map_or_else(limited, known))
    });
    let others = [
        post("Retry-After: a date far away", exposed(busy(), LAST_DATE), far()),
        post("Retry-After: hidden from the page", busy().header("Retry-After: 7"), limited()),
        post("Retry-After: missing", busy(), limited()),
        post("Retry-After: twice", exposed(busy().header("Retry-After: 7"), "9"), limited()),
        post("Retry-After: 7, without a body", exposed(response(429), "7"), known(7000)),
        post("Retry-After: 7, of a 503", exposed(response(503), "7"), unexpected(503)),
    ];
    waits.into_iter().chain(others).collect()
}

fn exposed(response: Response, retry_after: &str) -> Response {
    response
        .header("Access-Control-Expose-Headers: Retry-After")
        .header(&format!("Retry-After: {retry_after}"))
}
