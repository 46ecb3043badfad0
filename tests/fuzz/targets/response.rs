#![no_main]

// A response as lines of text: time of arrival, status, `Retry-After`, code. The last two may be absent.
libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut lines = text.split('\n');
    let Some(now_ms) = lines.next().and_then(|line| line.parse().ok()) else { return };
    let Some(status) = lines.next().and_then(|line| line.parse().ok()) else { return };
    let (retry_after, code) = (lines.next(), lines.next());
    if now_ms <= 8_640_000_000_000_000_u64 {
        fuzz::response(status, code, retry_after, now_ms);
    }
});
