//! The connection fails, or is slow.

use crate::answer::{ERROR, answer};
use crate::fault::Place::{Connection, Elsewhere, Port};
use crate::fault::{Fault, accepted, earlier, explained, network, post, timeout, unexpected};
use crate::script::Step::{Reset, Silence};
use crate::script::{PAUSE, drip, forever, send};

const HTTP: crate::fault::Place = Connection { scheme: "http" };
const HTTPS: crate::fault::Place = Connection { scheme: "https" };
/// Headers that break off.
const HEADERS: &str = "HTTP/1.1 204 No Content\r\nAccess-Con";
/// JSON that breaks off.
const JSON: &str = r#"{"error":"#;

pub fn all() -> Vec<Fault> {
    let no_content = || answer(204);
    let promise = |status| send(answer(status).unmeasured().header("Content-Length: 1000"));
    let chunked = |status| send(answer(status).unmeasured().header("Transfer-Encoding: chunked"));
    vec![
        earlier("refuses the connection", Port, [], network()),
        earlier("a port that browsers block", Elsewhere("http://127.0.0.1:6667"), [], network()),
        earlier("no TLS where TLS is asked for", HTTPS, answer(400), network()),
        earlier("TLS asked for, silence", HTTPS, [Silence], timeout()),
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
        post("one byte each 5 ms, an error", [drip(answer(404).with_error(), 5)], explained(404)),
        post("closes without an answer", [], network()),
        post("closes without an answer on a kept connection", [], network())
            .on_kept_connection()
            .sent(1..=2)
            .because("Chromium and Firefox send it again on a new connection, and do not tell the page"),
        post("closes within the headers", [send(HEADERS)], network()),
        post("closes after the headers", [promise(503)], unexpected(503)),
        post("closes early under a Content-Length", [promise(400), send(JSON)], unexpected(400)),
        post("closes early under a Content-Length, after JSON", [promise(400), send(ERROR)], explained(400))
            .in_chromium(unexpected(400), "it hands on no body that is too short"),
        post("closes within a chunk", [chunked(400), send("ff\r\n"), send(JSON)], unexpected(400)),
        post("resets without an answer", [Reset], network()),
        post("resets within the headers", [send(HEADERS), PAUSE, Reset], network()),
        post("resets after the headers", [promise(400), PAUSE, Reset], unexpected(400))
            .in_firefox(network(), "it tells of an answer when its body begins"),
        post("resets within the body", [promise(400), send(JSON), PAUSE, Reset], unexpected(400)),
        post("resets after a 204", [send(no_content()), PAUSE, Reset], accepted()),
        post("endless body", [send(answer(502).unmeasured()), forever([b' '; 1024])], timeout()),
        post("endless chunked body", [chunked(400), forever("4\r\n    \r\n")], timeout()),
        post("endless chunked body of a 200", [chunked(200), forever("4\r\n    \r\n")], unexpected(200)),
        post("endless headers", [send("HTTP/1.1 400 Bad\r\n"), forever("A: b\r\n")], timeout()),
    ]
}
