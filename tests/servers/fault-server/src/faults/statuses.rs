//! Complete responses with a status that the API does not document, or without the parts that it requires.

use crate::fault::{Fault, accepted, limited, network, post, timeout, unexpected, with_error_object};
use crate::response::{odd_response, response};
use crate::script::{forever, send};

const EARLY_HINTS: &str = "HTTP/1.1 103 Early Hints\r\n\r\n";
const NO_STATUS: &str = "it takes no status below 100";

pub fn all() -> Vec<Fault> {
    let error = |status| response(status).with_error();
    let html = |status| response(status).with_html();
    let moved = |status, to| response(status).header(&format!("Location: {to}"));
    // The path of the call: an endless loop if redirects were followed.
    let looping = |status| moved(status, "request");
    let asking = |status, who| error(status).header(&format!("{who}-Authenticate: Basic realm=\"Login\""));
    let then_204 = |before: &str| [send(before), send(response(204))];
    vec![
        post("100, then 204", then_204("HTTP/1.1 100 Continue\r\n\r\n"), accepted()),
        post("102, then 204", then_204("HTTP/1.1 102 Processing\r\n\r\n"), accepted()),
        post("103, then 204", then_204(EARLY_HINTS), accepted()),
        post("20 times 103, then 204", then_204(&EARLY_HINTS.repeat(20)), accepted()),
        post("103, then nothing", [send(EARLY_HINTS)], network()),
        post("103 forever", [forever(EARLY_HINTS)], timeout()),
        post("101 as the response", response(101).header("Upgrade: chat"), network())
            .in_firefox(unexpected(101), "it treats it as any other response"),
        post("200 without a body", response(200), unexpected(200)),
        post("200 with the error object", error(200), unexpected(200)),
        post("200 with HTML", html(200), unexpected(200)),
        post("202", response(202), unexpected(202)),
        post("204 with a body", response(204).header("Content-Length: 4").body("null"), accepted()),
        post("204 with the error object", error(204), accepted()),
        post("204 that promises a body", response(204).header("Content-Length: 1000"), accepted()),
        post("204 without a reason", odd_response("204"), accepted()),
        post("204 with a cookie", response(204).header("Set-Cookie: player=1; Path=/"), accepted()),
        post("205", response(205), unexpected(205)),
        post("205 with a body", error(205), unexpected(205)),
        post("206 of nothing", response(206), unexpected(206)),
        post("300", looping(300), unexpected(300)),
        post("301 to itself", looping(301), unexpected(0)),
        post("302 to itself", looping(302), unexpected(0)),
        post("303 to itself", looping(303), unexpected(0)),
        post("307 to itself", looping(307), unexpected(0)),
        post("308 to itself", looping(308), unexpected(0)),
        post("302 to a page", moved(302, "/guests/welcome.html"), unexpected(0)),
        post("302 to a script", moved(302, "javascript:alert(1)"), unexpected(0)),
        post("302 to nowhere", response(302), unexpected(0)),
        post("304", response(304), unexpected(304)),
        post("401 that asks for a password", asking(401, "WWW"), with_error_object(401)),
        post("407", asking(407, "Proxy"), with_error_object(407))
            .in_chromium(network(), "it takes it only from a proxy"),
        post("408", error(408), with_error_object(408)),
        post("413 with HTML", html(413), unexpected(413)),
        post("421", error(421), with_error_object(421))
            .sent(2..=2)
            .because("a browser may retry on a new connection (RFC 9110, section 15.5.20); all do"),
        post("425", error(425), with_error_object(425)),
        post("429 with HTML", html(429), limited()),
        post("500 without a body", response(500), unexpected(500)),
        post("500 with the error object", error(500), with_error_object(500)),
        post("502 with HTML", html(502), unexpected(502)),
        post("503 with HTML", html(503), unexpected(503)),
        post("503 that reloads", response(503).header("Refresh: 0; url=/"), unexpected(503)),
        post("504 with HTML", html(504), unexpected(504)),
        post("600", error(600), unexpected(600)),
        post("999", error(999), unexpected(999)),
        post("000", odd_response("000 Low").with_error(), unexpected(0)).in_webkit(network(), NO_STATUS),
        post("099", odd_response("099 Low").with_error(), unexpected(99)).in_webkit(network(), NO_STATUS),
        post("2040", odd_response("2040 Long").with_error(), network())
            .in_chromium(unexpected(2040), "it takes any number for a status"),
    ]
}
