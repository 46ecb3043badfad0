//! Responses that are not HTTP, or are invalid HTTP.

use crate::fault::{Fault, accepted, network, post, unexpected, with_error_object};
use crate::response::{Response, odd_response, response};
use crate::script::{Step, send};

/// The outcome in Firefox of a body that is invalid from its start.
const LATE: &str = "it reports a response when its body begins";

pub fn all() -> Vec<Fault> {
    let error = || response(404).with_error();
    let long = |length: &str| error().without_content_length().header(&format!("Content-Length: {length}"));
    let chunks =
        |body: &str| response(404).without_content_length().header("Transfer-Encoding: chunked").body(body);
    let coded = |coding: &str| error().header(&format!("Content-Encoding: {coding}"));
    let cut_gzip = b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xab\x56".as_slice();
    vec![
        post("not HTTP", [send("SSH-2.0-OpenSSH_9.6\r\n")], network()),
        post("bytes of HTTP/2", [send(b"\0\0\x12\x04\0\0\0\0\0\0\x03\0\0\0\x80".as_slice())], network()),
        post("bytes of TLS", [send(b"\x15\x03\x03\0\x02\x02\x28".as_slice())], network()),
        post("a status of letters", odd_response("abc Bad").with_error(), network())
            .in_chromium(unexpected(200), "it reads it as 200"),
        post("HTTP/1.0", replaced(error(), "HTTP/1.1", "HTTP/1.0"), with_error_object(404)),
        post("HTTP/9.9", replaced(error(), "HTTP/1.1", "HTTP/9.9"), network())
            .in_chromium(with_error_object(404), "it reads it as HTTP/1.1"),
        post("lines that end with LF", replaced(error(), "\r\n", "\n"), with_error_object(404)),
        post("a header without a colon", error().header("no colon here"), with_error_object(404)),
        post("a header with a NUL", error().header("A: b\0c"), network()),
        post("a header of 1 MB", error().header(&format!("A: {}", "b".repeat(1 << 20))), network()),
        post("2,000 long headers", many_headers(error()), network()),
        post("Content-Length: -1", long("-1"), with_error_object(404)),
        post("Content-Length: many", long("many"), with_error_object(404))
            .in_webkit(network(), "it takes no such response"),
        post("Content-Length: 20 digits", long("99999999999999999999"), with_error_object(404)),
        post("Content-Length: too small", long("9"), unexpected(404)),
        post("Content-Length: twice", long("7").header("Content-Length: 70"), network())
            .in_webkit(with_error_object(404), "it believes the last one"),
        post("Content-Length: missing", error().without_content_length(), with_error_object(404)),
        post("a chunk of letters for a size", chunks("zz\r\n{}\r\n0\r\n\r\n"), unexpected(404))
            .in_firefox(network(), LATE),
        post("a chunk past all bounds", chunks("ffffffffffffffffff\r\n{}\r\n0\r\n\r\n"), unexpected(404))
            .in_firefox(network(), LATE),
        post("a chunk longer than it says", chunks("2\r\n{}{}{}\r\n0\r\n\r\n"), unexpected(404))
            .in_firefox(network(), LATE),
        post("no last chunk", chunks("2\r\n{}\r\n"), unexpected(404)),
        post("gzip that is not", coded("gzip"), unexpected(404))
            .in_webkit(with_error_object(404), "it passes through what it cannot decompress"),
        post(
            "gzip cut short",
            response(404).header("Content-Encoding: gzip").body(cut_gzip),
            unexpected(404),
        ),
        post("brotli that is not", coded("br"), unexpected(404)),
        post("an unknown encoding", coded("rot13"), with_error_object(404)),
        post("gzip of nothing, with a 204", response(204).header("Content-Encoding: gzip"), accepted()),
    ]
}

fn replaced(response: Response, from: &str, to: &str) -> [Step; 1] {
    [send(String::from_utf8_lossy(&Vec::from(response)).replace(from, to))]
}

fn many_headers(response: Response) -> Response {
    let value = "b".repeat(200);
    (0..2000).fold(response, |response, number| response.header(&format!("A-{number}: {value}")))
}
