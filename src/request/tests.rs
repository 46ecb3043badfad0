use super::*;
use crate::input::Timeout;
use serde_json::{Value, json};

const ID: &str = "11111111-1111-4111-8111-111111111111";

fn request() -> PasswordResetRequest {
    PasswordResetRequest::new(ID.parse().unwrap(), " John ".parse().unwrap())
}

fn confirmation() -> PasswordResetConfirmation {
    let (password, code) = (" secret ".parse().unwrap(), "abc".parse().unwrap());
    PasswordResetConfirmation::new(ID.parse().unwrap(), password, code)
}

fn body(request: &HttpRequest) -> Value {
    serde_json::from_str(&request.body).unwrap()
}

#[test]
fn a_request_is_in_the_format_of_the_api() {
    let http = request().into_http();
    assert_eq!(http.url, format!("https://login.xsolla.com/api/password/reset/request?projectId={ID}"));
    assert_eq!(http.query().count(), 0);
    assert_eq!(body(&http), json!({ "username": "John" }));

    let login_url = "mygame://login?a=b";
    let request = request().login_url(login_url.parse().unwrap()).locale("de-de".parse().unwrap());
    let query = [("login_url", login_url), ("locale", "de_DE")];
    assert!(request.into_http().query().eq(query));
}

#[test]
fn a_confirmation_is_in_the_format_of_the_api() {
    let http = confirmation().into_http();
    assert_eq!(http.url, format!("https://login.xsolla.com/api/password/reset/confirm?projectId={ID}"));
    assert_eq!(http.query().count(), 0);
    assert_eq!(body(&http), json!({ "new_password": " secret ", "reset_code": "abc" }));

    let confirmation = confirmation().user_id(ID.parse().unwrap()).verify_code("42".parse().unwrap());
    assert_eq!(
        body(&confirmation.into_http()),
        json!({ "new_password": " secret ", "reset_code": "abc", "user_id": ID, "verify_code": "42" })
    );
}

#[test]
fn both_calls_use_the_configured_base_url_and_time_limit() {
    let config = ApiConfig {
        base_url: "https://example.com/api/".parse().unwrap(),
        timeout: Timeout::parse("7").unwrap(),
    };
    for http in [request().config(config.clone()).into_http(), confirmation().config(config).into_http()] {
        assert!(http.url.starts_with("https://example.com/api/password/reset/"));
        assert_eq!(http.timeout_ms, 7);
    }
    assert_eq!(request().into_http().timeout_ms, 10_000);
}

#[test]
fn debug_hides_the_body() {
    assert!(!format!("{:?}", confirmation().into_http()).contains("secret"));
}

/// A message of the argument and these values.
fn message(values: &[&str]) -> Vec<u8> {
    [&["3"], values].concat().iter().flat_map(|value| [value.as_bytes(), b"\xff"].concat()).collect()
}

/// The request that is sent for these options.
fn sent(confirms: bool, values: &[&str]) -> HttpRequest {
    let (request, issues) = prepare(confirms, &message(values));
    assert_eq!(issues, Issues::default());
    request
}

/// The names, rules and messages of the issues with this message.
fn issues(confirms: bool, message: &[u8]) -> Vec<[String; 3]> {
    let list: Value = serde_json::from_str(&format!("[{}]", prepare(confirms, message).1.list())).unwrap();
    let text = |issue: &Value, name: &str| issue[name].as_str().unwrap().to_owned();
    let issues = list.as_array().unwrap().iter();
    issues.map(|issue| ["field", "rule", "message"].map(|name| text(issue, name))).collect()
}

fn names_and_rules(confirms: bool, values: &[&str]) -> Vec<(String, String)> {
    issues(confirms, &message(values)).into_iter().map(|[field, rule, _]| (field, rule)).collect()
}

#[test]
fn options_of_javascript_become_the_same_requests() {
    let id = &["4", ID].concat();
    let url = "4mygame://login?a=b";
    let given = [id, "4 John ", url, "4de-de", "4https://example.com/", "51", "7", "6"];
    let config =
        ApiConfig { base_url: "https://example.com".parse().unwrap(), timeout: Timeout::parse("1").unwrap() };
    let expected = request().login_url(url[1..].parse().unwrap()).locale("de_DE".parse().unwrap());
    assert_eq!(sent(false, &given), expected.config(config.clone()).into_http());
    let absent = [id, "4 John ", "0", "0", "0", "0", "0", "0"];
    assert_eq!(sent(false, &absent), request().into_http());

    let given = [id, "4 secret ", "4abc", id, "442", "4https://example.com", "51", "7", "6", "0"];
    let expected = confirmation().user_id(ID.parse().unwrap()).verify_code("42".parse().unwrap());
    assert_eq!(sent(true, &given), expected.config(config).into_http());
    let absent = [id, "4 secret ", "4abc", "0", "0", "0", "0", "0", "0", "0"];
    assert_eq!(sent(true, &absent), confirmation().into_http());
}

#[test]
fn all_issues_are_reported_in_the_order_of_the_options() {
    let found = names_and_rules(false, &["4x", "0", "2", "1", "58", "8", "8", "7", "4login_url", "4x"]);
    let expected = [
        ("projectId", "uuid"),
        ("username", "required"),
        ("loginUrl", "well_formed"),
        ("locale", "readable"),
        ("baseUrl", "string"),
        ("timeoutMs", "milliseconds"),
        ("signal", "abort_signal"),
        ("fetch", "function"),
        ("login_url", "unknown"),
        ("x", "unknown"),
    ];
    assert_eq!(found, expected.map(|(field, rule)| (field.into(), rule.into())));

    let found = names_and_rules(true, &["0", "0", "0", "4x", "4", "0", "50.5", "0", "0", "9"]);
    let expected = [
        ("projectId", "required"),
        ("newPassword", "required"),
        ("resetCode", "required"),
        ("userId", "uuid"),
        ("verifyCode", "not_empty"),
        ("timeoutMs", "milliseconds"),
        ("passwordPolicy", "object"),
    ];
    assert_eq!(found, expected.map(|(field, rule)| (field.into(), rule.into())));
}

#[test]
fn an_argument_that_is_no_object_is_an_issue() {
    for (kind, rule) in [("8", "object"), ("1", "readable")] {
        let absent = [kind.as_bytes(), b"\xff", &b"0\xff".repeat(8)].concat();
        let found = issues(false, &absent);
        assert_eq!((&*found[0][0], &*found[0][1]), ("options", rule));
        assert_eq!(found.len(), 3);
    }
}

#[test]
fn a_suggestion_is_an_option_of_the_call() {
    for (confirms, name, message) in [
        (false, "login_url", "login_url is not an option; did you mean loginUrl?"),
        (true, "login_url", "login_url is not an option"),
        (true, "password", "password is not an option; did you mean newPassword?"),
        (false, "option", "option is not an option"),
    ] {
        let absent = if confirms { 10 } else { 8 };
        let name = format!("4{name}");
        let values = [vec!["0"; absent], vec![&*name]].concat();
        let found = issues(confirms, &self::message(&values));
        assert_eq!(found.last().unwrap()[2], message);
    }
}
