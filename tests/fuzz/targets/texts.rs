#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    fuzz::id(text);
    fuzz::username(text);
    fuzz::locale(text);
    for (password, code) in [(text, text), (text, "code"), ("password", text)] {
        fuzz::secrets(password, code);
    }
});
