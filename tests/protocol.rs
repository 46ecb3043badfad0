//! Rust and JavaScript declare the constants that cross their boundary with the same values.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]
#![allow(clippy::unwrap_used, reason = "how a test fails")]

use std::collections::{BTreeMap, BTreeSet};

use xsolla_password_reset::input::{NewPassword, Timeout};
use xsolla_password_reset::internals::prepare;
use xsolla_password_reset::{Error, PasswordPolicy, Requires};

/// The numeric constants of a source file, by name: `const NAME = 1;` or `const NAME: u32 = 1;`.
fn constants(source: &str) -> BTreeMap<&str, &str> {
    let declarations = source.lines().filter_map(|line| {
        let declaration =
            line.trim_start_matches("export ").trim_start_matches("pub ").strip_prefix("const ")?;
        let (name, value) = declaration.strip_suffix(';')?.split_once(" = ")?;
        value.parse::<u32>().is_ok().then_some((name.split(':').next()?, value))
    });
    declarations.collect()
}

const EXCHANGE: &str = include_str!("../src/browser/exchange.js");

#[test]
fn each_rust_constant_has_the_same_value_in_javascript() {
    let mut javascript = constants(EXCHANGE);
    let sources = [
        include_str!("../src/message.rs"),
        include_str!("../src/response.rs"),
        include_str!("../src/browser/exchange.rs"),
    ];
    for source in sources {
        let rust = constants(source);
        assert!(rust.len() >= 2, "{rust:?}");
        for (name, value) in rust {
            assert_eq!(javascript.remove(name), Some(value), "{name}");
        }
    }
    // Rust handles it in a `_` arm.
    assert_eq!(javascript.into_keys().collect::<Vec<_>>(), ["OTHER"]);
}

#[test]
fn no_two_endings_and_no_two_kinds_have_the_same_value() {
    let (endings, kinds) = EXCHANGE.split_once("// The kind of a value").unwrap();
    for constants in [constants(endings), constants(kinds)] {
        let values: BTreeSet<_> = constants.values().collect();
        assert_eq!(values.len(), constants.len(), "{constants:?}");
        assert!(values.len() >= 6, "{constants:?}");
    }
}

const OPTIONS: &str = include_str!("../src/browser/options.js");

/// The quoted names of an array in `options.js`.
fn names_in_javascript(array: &str) -> Vec<&'static str> {
    let (_, rest) = OPTIONS.split_once(&format!("const {array} = [")).unwrap();
    let (list, _) = rest.split_once("];").unwrap();
    list.split('"').skip(1).step_by(2).collect()
}

/// The names of the options, in the order in which Rust reads them: each option is unreadable, which is an issue.
fn names_in_rust(confirms: bool) -> Vec<String> {
    // More values than options: the others are names of unknown options.
    let message = [&b"3\xff"[..], &b"1\xff".repeat(20)].concat();
    let (_, issues) = prepare(confirms, &message);
    let issues: Vec<BTreeMap<String, String>> =
        serde_json::from_str(&format!("[{}]", issues.list())).unwrap();
    let known = issues.iter().filter(|issue| issue.get("rule").unwrap() == "readable");
    known.map(|issue| issue.get("field").unwrap().clone()).collect()
}

#[test]
fn javascript_reads_the_options_in_the_order_of_rust() {
    assert_eq!(names_in_rust(false), names_in_javascript("requestOptions"));
    assert_eq!(names_in_rust(true), names_in_javascript("confirmOptions"));
}

#[test]
fn javascript_has_the_same_limits_of_the_time_limit() {
    let limits = constants(OPTIONS);
    let [default, max] = ["DEFAULT_TIMEOUT_MS", "MAX_TIMEOUT_MS"].map(|name| limits[name]);
    assert_eq!(default, Timeout::default().as_millis().to_string());
    let max: u64 = max.parse().unwrap();
    assert!(Timeout::parse(&max.to_string()).is_ok() && Timeout::parse(&(max + 1).to_string()).is_err());
}

#[test]
fn forms_policies_and_password_managers_have_the_lengths_of_any_password() {
    for (source, start) in [
        (include_str!("../js/forms/new-password.ts"), "defaultRules = \""),
        (include_str!("../js/messages/sentences.ts"), "passwordLength = {"),
    ] {
        let (_, rules) = source.split_once(start).unwrap();
        let mut numbers =
            rules.split(|character: char| !character.is_ascii_digit()).filter(|text| !text.is_empty());
        let [min, max] = [(); 2].map(|()| numbers.next().unwrap().parse::<u32>().unwrap());
        for (length, is_possible) in [(min - 1, false), (min, true), (max, true), (max + 1, false)] {
            let password = "a".repeat(length.try_into().unwrap());
            assert_eq!(NewPassword::parse(&password).is_ok(), is_possible, "{start} {length}");
        }
        let allows = |requires, count| PasswordPolicy::default().with(requires, count, "").is_ok();
        assert_eq!([min - 1, min].map(|count| allows(Requires::MaxLength, count)), [false, true]);
        assert_eq!([max, max + 1].map(|count| allows(Requires::MinLength, count)), [true, false]);
    }
}

#[test]
fn javascript_has_the_same_messages_for_interrupted_calls() {
    let javascript = include_str!("../src/browser/error.js").replace("${timeoutMs}", "7");
    for error in [Error::Timeout { timeout_ms: 7 }, Error::Aborted { cause: String::new().into() }] {
        assert!(javascript.contains(&error.to_string()), "{error}");
        assert!(javascript.contains(&format!("kind: \"{}\"", error.kind())), "{error}");
    }
}
