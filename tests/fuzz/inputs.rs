#![no_main]

//! Input is text: its first line names what the others are checked as. `dictionary` has such names, and parts of valid input.

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Some((name, input)) = text.split_once('\n') else { return };
    match name {
        "base_url" => fuzz::base_url(input),
        "login_url" => fuzz::login_url(input),
        "timeout" => fuzz::timeout(input),
        "id" => fuzz::id(input),
        "username" => fuzz::username(input),
        "locale" => fuzz::locale(input),
        "secrets" => {
            for (password, code) in [(input, input), (input, "code"), ("password", input)] {
                fuzz::secrets(password, code);
            }
        }
        "response" => response(input),
        _ => {}
    }
});

/// A response as lines of text: time of arrival, status, `Retry-After`, code. The last two may be absent.
fn response(text: &str) {
    let mut lines = text.split('\n');
    let Some(now_ms) = lines.next().and_then(|line| line.parse().ok()) else { return };
    let Some(status) = lines.next().and_then(|line| line.parse().ok()) else { return };
    let (retry_after, code) = (lines.next(), lines.next());
    if now_ms <= 8_640_000_000_000_000_u64 {
        fuzz::response(status, code, retry_after, now_ms);
    }
}
