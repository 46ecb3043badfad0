//! Rust and JavaScript declare the constants that cross their boundary with the same values.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]
#![allow(clippy::unwrap_used, reason = "how a test fails")]

use std::collections::BTreeMap;

/// The numeric constants of a source file, by name: `const NAME = 1;` or `const NAME: u32 = 1;`.
fn constants(source: &str) -> BTreeMap<&str, &str> {
    let declarations = source.lines().filter_map(|line| {
        let declaration = line.trim_start_matches("export ").strip_prefix("const ")?;
        let (name, value) = declaration.strip_suffix(';')?.split_once(" = ")?;
        value.parse::<f64>().is_ok().then_some((name.split(':').next()?, value))
    });
    declarations.collect()
}

#[test]
fn each_rust_constant_has_the_same_value_in_javascript() {
    for (rust, javascript, fallback) in [
        (include_str!("../src/browser/options.rs"), include_str!("../src/browser/options.js"), "OTHER"),
        (
            include_str!("../src/browser/exchange.rs"),
            include_str!("../src/browser/exchange.js"),
            "INVALID_SIGNAL",
        ),
    ] {
        let (rust, mut javascript) = (constants(rust), constants(javascript));
        assert!(rust.len() > 2, "{rust:?}");
        // Rust handles it in the `_` arm.
        assert!(javascript.remove(fallback).is_some());
        assert_eq!(rust, javascript);
    }
}

#[test]
fn no_two_constants_have_the_same_value() {
    for source in [include_str!("../src/browser/options.js"), include_str!("../src/browser/exchange.js")] {
        let constants = constants(source);
        let mut values: Vec<_> = constants.values().collect();
        values.sort_unstable();
        values.dedup();
        assert_eq!(values.len(), constants.len(), "{constants:?}");
    }
}

#[test]
fn the_loader_and_the_crate_have_the_same_default_time_limit() {
    let loader = include_str!("../js/load.ts").replace('_', "");
    let default = xsolla_password_reset::input::TimeoutMs::default().get();
    assert!(loader.contains(&format!("const DEFAULTTIMEOUTMS = {default};")));
}
