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
    let shown = format!("{:?}", confirmation().into_http());
    assert!(shown.starts_with("HttpRequest { url: ") && !shown.contains("secret"), "{shown}");
}

/// The options of each call, in the order in which they are read.
const REQUEST: &[&str] =
    &["projectId", "username", "loginUrl", "locale", "baseUrl", "timeoutMs", "signal", "fetch"];
const CONFIRMATION: &[&str] = &[
    "projectId",
    "newPassword",
    "resetCode",
    "userId",
    "verifyCode",
    "baseUrl",
    "timeoutMs",
    "signal",
    "fetch",
    "passwordPolicy",
];

/// A message of options: the name of each, and its value as a kind and a text. Options that are not given are absent. Other
/// values follow them: those in a policy, and the names of other properties.
pub fn message(confirms: bool, given: &[(&str, &str)], others: &[&str]) -> Vec<u8> {
    let names = if confirms { CONFIRMATION } else { REQUEST };
    assert!(given.iter().all(|(name, _)| names.contains(name)), "{given:?}");
    let value_of =
        |name: &&str| given.iter().find(|(other, _)| other == name).map_or("0", |(_, value)| *value);
    let options = names.iter().map(value_of);
    let values = ["3"].into_iter().chain(options).chain(others.iter().copied());
    values.flat_map(|value| [value.as_bytes(), b"\xff"].concat()).collect()
}

/// The request that is sent for these options.
fn sent(confirms: bool, given: &[(&str, &str)]) -> HttpRequest {
    let (request, issues) = prepare(confirms, &message(confirms, given, &[]));
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

/// Asserts the names and rules of the issues with these options, in order.
fn assert_issues(confirms: bool, given: &[(&str, &str)], others: &[&str], expected: &[(&str, &str)]) {
    let found = issues(confirms, &message(confirms, given, others));
    let found: Vec<_> = found.iter().map(|[field, rule, _]| (field.as_str(), rule.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn options_of_javascript_become_the_same_requests() {
    let id = &["4", ID].concat();
    let login_url = "mygame://login?a=b";
    let required = [("projectId", id.as_str()), ("username", "4 John ")];
    let config = [("baseUrl", "4https://example.com/"), ("timeoutMs", "51"), ("signal", "7"), ("fetch", "6")];
    let expected_config =
        ApiConfig { base_url: "https://example.com".parse().unwrap(), timeout: Timeout::parse("1").unwrap() };
    let optional = [("loginUrl", &*["4", login_url].concat()), ("locale", "4de-de")];
    let expected = request().login_url(login_url.parse().unwrap()).locale("de_DE".parse().unwrap());
    let given = [&required[..], &optional, &config].concat();
    assert_eq!(sent(false, &given), expected.config(expected_config.clone()).into_http());
    assert_eq!(sent(false, &required), request().into_http());

    let required = [("projectId", id.as_str()), ("newPassword", "4 secret "), ("resetCode", "4abc")];
    let optional = [("userId", id.as_str()), ("verifyCode", "442")];
    let expected = confirmation().user_id(ID.parse().unwrap()).verify_code("42".parse().unwrap());
    let given = [&required[..], &optional, &config].concat();
    assert_eq!(sent(true, &given), expected.config(expected_config).into_http());
    assert_eq!(sent(true, &required), confirmation().into_http());
}

#[test]
fn all_issues_are_reported_in_the_order_of_the_options() {
    let given = [
        ("projectId", "4x"),
        ("loginUrl", "2"),
        ("locale", "1"),
        ("baseUrl", "58"),
        ("timeoutMs", "8"),
        ("signal", "8"),
        ("fetch", "7"),
    ];
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
    assert_issues(false, &given, &["4login_url", "4x"], &expected);

    let given = [("userId", "4x"), ("verifyCode", "4"), ("timeoutMs", "50.5"), ("passwordPolicy", "9")];
    let expected = [
        ("projectId", "required"),
        ("newPassword", "required"),
        ("resetCode", "required"),
        ("userId", "uuid"),
        ("verifyCode", "not_empty"),
        ("timeoutMs", "milliseconds"),
        ("passwordPolicy", "object"),
    ];
    assert_issues(true, &given, &[], &expected);
}

#[test]
fn an_argument_that_is_no_object_is_an_issue() {
    for (kind, rule) in [(b'8', "object"), (b'1', "readable")] {
        let mut message = message(false, &[], &[]);
        message[0] = kind;
        let found = issues(false, &message);
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
        let found = issues(confirms, &self::message(confirms, &[], &[&["4", name].concat()]));
        assert_eq!(found.last().unwrap()[2], message);
    }
}
