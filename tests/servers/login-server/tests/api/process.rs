//! The program: its settings, its output, its addresses, and how it ends.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use login_server::Config;

const READY: &str = "Login server ready: http://localhost:";

fn program(port: u16) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_login-server"));
    command.env_clear().env("LOGIN_PORT", port.to_string());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A running program, which ends with the test.
struct Running {
    child: Child,
    start_text: Vec<String>,
    port: u16,
}

impl Running {
    fn start() -> Self {
        let mut child = program(0).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut start_text = Vec::new();
        let port = loop {
            let line = lines.next().expect("it says when it is ready").unwrap();
            start_text.push(line.clone());
            if let Some(rest) = line.strip_prefix(READY) {
                break rest.strip_suffix("/api").unwrap().parse().unwrap();
            }
        };
        Self { child, start_text, port }
    }

    fn get_mails(&self, address: &str) -> String {
        let mut stream = TcpStream::connect(format!("{address}:{}", self.port)).unwrap();
        write!(stream, "GET /mailbox.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).unwrap();
        response
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

#[test]
fn prints_the_overview_and_listens_on_the_loopback_interface() {
    let running = Running::start();
    let text = running.start_text.join("\n");
    for part in ["FOR LOCAL USE ONLY", &format!("http://localhost:{}/mailbox", running.port)] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let has_ipv6 = TcpListener::bind("[::1]:0").is_ok();
    for address in ["127.0.0.1"].into_iter().chain(has_ipv6.then_some("[::1]")) {
        let response = running.get_mails(address);
        assert!(response.starts_with("HTTP/1.1 200 ") && response.ends_with("\r\n\r\n[]"), "{response}");
    }
}

#[test]
fn reports_a_taken_port_in_one_line() {
    let running = Running::start();
    let Output { status, stdout, stderr } = program(running.port).output().unwrap();
    assert_eq!(status.code(), Some(1));
    assert_eq!(stdout, b"");
    let port = running.port;
    assert_eq!(
        String::from_utf8(stderr).unwrap(),
        format!("Port {port} is taken: stop what uses it, or set LOGIN_PORT to another port.\n")
    );
}

#[cfg(unix)]
#[test]
fn stops_when_asked_even_with_a_connection_open() {
    for signal in ["-TERM", "-INT"] {
        let mut running = Running::start();
        let _idle = TcpStream::connect(("127.0.0.1", running.port)).unwrap();
        let asked = Instant::now();
        let kill = Command::new("kill").arg(signal).arg(running.child.id().to_string()).status().unwrap();
        assert!(kill.success());
        assert_eq!(running.child.wait().unwrap().code(), Some(0), "{signal}");
        assert!(asked.elapsed() < Duration::from_secs(3), "{signal}");
    }
}

fn read(name: &str, value: &str) -> Result<Config, String> {
    Config::read(|asked| (asked == name).then(|| value.to_owned()))
}

#[test]
fn has_defaults_and_treats_empty_as_unset() {
    for config in [Config::read(|_| None).unwrap(), Config::read(|_| Some(String::new())).unwrap()] {
        assert_eq!(config.port, 8001);
        let shown = [
            ("LOGIN_ALLOWED_ORIGINS", "http://localhost:8000, http://127.0.0.1:8000"),
            ("LOGIN_RESET_FORM", "http://localhost:8000/new-password.html"),
            ("LOGIN_CODE_TTL_SECONDS", "3600"),
            ("LOGIN_REQUESTS_PER_MINUTE", "3"),
            ("SMTP_URL", "not set: mail stays in the mailbox"),
        ];
        assert_eq!(config.shown(), shown.map(|(name, value)| (name, value.to_owned())));
    }
}

#[test]
fn allows_origins_exactly_and_every_port_of_this_machine_and_files_if_set() {
    let list = "http://a.test,http://127.0.0.1:*,null";
    let origins = read("LOGIN_ALLOWED_ORIGINS", list).unwrap().allowed_origins;
    for (origin, is_allowed) in [
        ("http://a.test", true),
        ("http://127.0.0.1:1", true),
        ("http://127.0.0.1:65535", true),
        ("null", true),
        ("http://a.test:80", false),
        ("https://a.test", false),
        ("http://127.0.0.1", false),
        ("http://127.0.0.1:", false),
        ("http://127.0.0.1:*", false),
        ("http://127.0.0.1:1.evil.test", false),
        ("http://localhost:1", false),
        ("", false),
    ] {
        assert_eq!(origins.allow(origin), is_allowed, "{origin}");
    }
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
        ("LOGIN_REQUESTS_PER_MINUTE", "0", "must be a whole number from 1 to"),
        ("SMTP_URL", "localhost:1025", "must be an smtp:// or smtps:// URL with a host."),
        ("SMTP_URL", "http://localhost", "must be an smtp:// or smtps:// URL with a host."),
        ("SMTP_URL", "smtp://", "must be an smtp:// or smtps:// URL with a host."),
    ] {
        let error = read(name, value).expect_err(value);
        assert!(error.starts_with(name) && error.contains(rule), "{value}: {error}");
    }
}

#[test]
fn never_shows_the_password_of_the_mail_server() {
    let config = read("SMTP_URL", "smtps://me:canary@mail.test:465").unwrap();
    assert!(!format!("{config:?}").contains("canary"));
    assert_eq!(config.shown()[4].1, "smtps://mail.test:465");
    assert!(!read("SMTP_URL", "me:canary@mail.test").unwrap_err().contains("canary"));
}
