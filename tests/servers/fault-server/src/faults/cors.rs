//! Responses that the page may not read, and preflights that fail.

use crate::fault::{Fault, accepted, network, post, preflight, timeout, with_error_object};
use crate::response::{Response, response};
use crate::script::Step::{Reset, Silence};
use crate::script::{drip, send};
use crate::serve::valid_preflight;

pub fn all() -> Vec<Fault> {
    let hidden = |status| response(status).without_cors();
    let allows = |origin: &str| hidden(204).header(&format!("Access-Control-Allow-Origin: {origin}"));
    let allows_header = |name: &str| response(204).header(&format!("Access-Control-Allow-Headers: {name}"));
    let error = || response(404).with_error();
    let other = "http://127.0.0.1:1";
    vec![
        post("no CORS with a 204", hidden(204), network()),
        // The next call shows that the same server has them for a 204.
        post("no CORS with an error", hidden(400).with_error(), network()),
        post("no CORS with a 429", hidden(429).header("Retry-After: 7"), network()),
        post("no CORS with a 502 of HTML", hidden(502).with_html(), network()),
        post("no CORS with a redirect", hidden(302).header("Location: request"), network()),
        post("CORS for another origin", allows(other), network()),
        post("CORS for the origin null", allows("null"), network()),
        post("CORS for no origin", allows(""), network()),
        post("CORS for a list of origins", allows(&format!("{other}, *")), network()),
        post("CORS twice", allows("*").header("Access-Control-Allow-Origin: *"), network()),
        post(
            "same-origin only",
            error().header("Cross-Origin-Resource-Policy: same-origin"),
            with_error_object(404),
        ),
        post("nosniff", html_that_is_not().header("X-Content-Type-Options: nosniff"), with_error_object(404)),
        preflight("preflight: no CORS", hidden(204), network()),
        preflight("preflight: for another origin", valid_preflight(allows(other)), network()),
        preflight("preflight: no header allowed", response(204), network()),
        preflight("preflight: another header allowed", allows_header("X-Other"), network()),
        preflight("preflight: headers that are none", allows_header("Content-Type, \u{1f573}"), network()),
        preflight("preflight: 403", valid_preflight(response(403)), network()),
        preflight("preflight: 500 with HTML", valid_preflight(response(500)).with_html(), network()),
        preflight("preflight: 302", valid_preflight(response(302)).header("Location: request"), network()),
        preflight("preflight: closes without a response", [], network()),
        preflight("preflight: resets", [Reset], network()),
        preflight("preflight: silent", [Silence], timeout()),
        preflight("preflight: not HTTP", [send("what?\r\n\r\n")], network()),
        preflight("preflight: one byte a second", [drip(valid_preflight(response(204)), 1000)], timeout()),
        preflight(
            "preflight: 200 with a body, allowed",
            valid_preflight(response(200)).with_error(),
            accepted(),
        ),
    ]
}

fn html_that_is_not() -> Response {
    response(404).with_error().header("Content-Type: text/html")
}
