//! The connection fails, or is slow.

use crate::fault::Location::{Connection, Elsewhere, Port};
use crate::fault::{Fault, accepted, earlier, network, post, timeout, unexpected, with_error_object};
use crate::response::{ERROR, response};
use crate::script::Step::{Reset, Silence};
use crate::script::{PAUSE, drip, forever, send};

const HTTP: crate::fault::Location = Connection { scheme: "http" };
const HTTPS: crate::fault::Location = Connection { scheme: "https" };
/// Truncated headers.
const HEADERS: &str = "HTTP/1.1 204 No Content\r\nAccess-Con";
/// Truncated JSON.
const JSON: &str = r#"{"error":"#;

pub fn all() -> Vec<Fault> {
    let no_content = || response(204);
    let promise = |status| send(response(status).without_content_length().header("Content-Length: 1000"));
    let chunked =
        |status| send(response(status).without_content_length().header("Transfer-Encoding: chunked"));
    vec![
        earlier("refuses the connection", Port, [], network()),
        earlier("a port that browsers block", Elsewhere("http://127.0.0.1:6667"), [], network()),
        earlier("no TLS where TLS is expected", HTTPS, response(400), network()),
        earlier("TLS expected, silence", HTTPS, [Silence], timeout()),
        earlier("accepts and stays silent", HTTP, [Silence], timeout()),
        earlier("accepts and closes", HTTP, [], network()),
        earlier("accepts and resets", HTTP, [Reset], network()),
        post("silent", [Silence], timeout()),
        post("silent, aborted by the caller", [Silence], timeout()).aborted(),
        post("silent within the status line", [send("HTTP/1.1 2"), Silence], timeout()),
        post("silent within the headers", [send(HEADERS), Silence], timeout()),
        post("silent after the headers", [promise(400), Silence], timeout()),
        post("silent within the body", [promise(400), send(JSON), Silence], timeout()),
        post("silent after the headers, aborted by the caller", [promise(400), Silence], timeout()).aborted(),
        post("one byte a second", [drip(no_content(), 1000)], timeout()),
        post("one byte a second, aborted by the caller", [drip(no_content(), 1000)], timeout()).aborted(),
        post("one byte of the body a second", [promise(400), drip(ERROR, 1000)], timeout()),
        post("one byte each 5 ms", [drip(no_content(), 5)], accepted()),
        post("one byte each 5 ms, an error", [drip(response(404).with_error(), 5)], with_error_object(404)),
        post("closes without a response", [], network()),
        post("closes without a response on a kept connection", [], network())
            .on_kept_connection()
            .sent(1..=2)
            .because(
                "Chromium and Firefox send it again on a new connection, and do not report it to the page",
            ),
        post("closes within the headers", [send(HEADERS)], network()),
        post("closes after the headers", [promise(503)], unexpected(503)),
        post("closes early under a Content-Length", [promise(400), send(JSON)], unexpected(400)),
        post(
            "closes early under a Content-Length, after JSON",
            [promise(400), send(ERROR)],
            with_error_object(400),
        )
        .in_chromium(unexpected(400), "it passes through no body that is too short"),
        post("closes within a chunk", [chunked(400), send("ff\r\n"), send(JSON)], unexpected(400)),
        post("resets without a response", [Reset], network()),
        post("resets within the headers", [send(HEADERS), PAUSE, Reset], network()),
        post("resets after the headers", [promise(400), PAUSE, Reset], unexpected(400))
            .in_firefox(network(), "it reports a response when its body begins"),
        post("resets within the body", [promise(400), send(JSON), PAUSE, Reset], unexpected(400)),
        post("resets after a 204", [send(no_content()), PAUSE, Reset], accepted()),
        post(
            "endless body",
            [send(response(502).without_content_length()), forever([b' '; 1024])],
            timeout(),
        ),
        post("endless chunked body", [chunked(400), forever("4\r\n    \r\n")], timeout()),
        post("endless chunked body of a 200", [chunked(200), forever("4\r\n    \r\n")], unexpected(200)),
        post("endless headers", [send("HTTP/1.1 400 Bad\r\n"), forever("A: b\r\n")], timeout()),
    ]
}
