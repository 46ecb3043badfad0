//! The settings: defaults, valid values, invalid values and their messages.

use login_server::{Config, ConfigError};

fn read(name: &str, value: &str) -> Result<Config, ConfigError> {
    Config::read(|asked| (asked == name).then(|| value.to_owned()))
}

#[test]
fn has_defaults_and_treats_empty_as_unset() {
    for config in [Config::read(|_| None).unwrap(), Config::read(|_| Some(String::new())).unwrap()] {
        assert_eq!(config.port, 8001);
        let origins: Vec<_> = config.allowed_origins.iter().collect();
        assert_eq!(origins, ["http://localhost:8000", "http://127.0.0.1:8000"]);
        assert_eq!(config.reset_form.as_str(), "http://localhost:8000/new-password.html");
        assert_eq!(config.code_ttl.as_secs(), 3600);
        assert_eq!(config.requests_per_minute.get(), 3);
        assert!(config.smtp_url.is_none());
    }
}

#[test]
fn allows_origins_exactly_and_every_port_of_this_machine_if_set() {
    let origins = read("LOGIN_ALLOWED_ORIGINS", "http://a.test,http://127.0.0.1:*").unwrap().allowed_origins;
    for origin in ["http://a.test", "http://127.0.0.1:1", "http://127.0.0.1:65535"] {
        assert!(origins.allow(origin), "{origin}");
    }
    for origin in [
        "http://a.test:80",
        "https://a.test",
        "http://127.0.0.1",
        "http://127.0.0.1:",
        "http://127.0.0.1:*",
        "http://127.0.0.1:1.evil.test",
        "http://localhost:1",
        "null",
        "",
    ] {
        assert!(!origins.allow(origin), "{origin}");
    }
}

#[test]
fn allows_pages_opened_from_files_if_set() {
    let origins = read("LOGIN_ALLOWED_ORIGINS", "http://a.test,null").unwrap().allowed_origins;
    assert!(origins.allow("null"));
    assert_eq!(origins.site(), "http://a.test");
}

#[test]
fn rejects_an_invalid_value_and_names_setting_and_rule() {
    for (name, value, rule) in [
        ("LOGIN_PORT", "eight", "must be a port from 0 to 65535 (found \"eight\")."),
        ("LOGIN_PORT", "65536", "must be a port from 0 to 65535"),
        ("LOGIN_PORT", "-1", "must be a port from 0 to 65535"),
        ("LOGIN_ALLOWED_ORIGINS", ",", "must be a list with an origin in it."),
        ("LOGIN_ALLOWED_ORIGINS", "null,http://a.test", "must be a list whose first origin is the site's."),
        ("LOGIN_ALLOWED_ORIGINS", "*", "must be origins such as"),
        ("LOGIN_ALLOWED_ORIGINS", "localhost:8000", "must be origins such as"),
        ("LOGIN_ALLOWED_ORIGINS", "http://localhost:8000/", "without a path or a slash at the end"),
        ("LOGIN_ALLOWED_ORIGINS", "http://a.test, http://b.test/x", "(found \"http://b.test/x\")"),
        ("LOGIN_ALLOWED_ORIGINS", "HTTP://A.test", "must be origins such as"),
        ("LOGIN_RESET_FORM", "/new-password.html", "must be an http:// or https:// URL."),
        ("LOGIN_RESET_FORM", "javascript:alert(1)", "must be an http:// or https:// URL."),
        ("LOGIN_CODE_TTL_SECONDS", "0", "must be a whole number from 1 to"),
        ("LOGIN_CODE_TTL_SECONDS", "1.5", "must be a whole number from 1 to"),
        ("LOGIN_CODE_TTL_SECONDS", "18446744073709551615", "must be a whole number from 1 to"),
        ("LOGIN_REQUESTS_PER_MINUTE", "0", "must be a whole number, at least 1"),
        ("SMTP_URL", "localhost:1025", "must be an smtp:// or smtps:// URL with a host."),
        ("SMTP_URL", "http://localhost", "must be an smtp:// or smtps:// URL with a host."),
        ("SMTP_URL", "smtp://", "must be an smtp:// or smtps:// URL with a host."),
    ] {
        let error = read(name, value).expect_err(value).to_string();
        assert!(error.starts_with(name) && error.contains(rule), "{value}: {error}");
    }
}

#[test]
fn never_shows_the_password_of_the_mail_server() {
    let config = read("SMTP_URL", "smtps://me:canary@mail.test:465").unwrap();
    assert!(!format!("{config:?}").contains("canary"));
    assert_eq!(config.smtp_url.unwrap().to_string(), "smtps://mail.test:465");
    let error = read("SMTP_URL", "me:canary@mail.test").unwrap_err();
    assert!(!error.to_string().contains("canary"));
}
