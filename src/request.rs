//! The requests of the two calls. Each is read from the options of JavaScript or created by a Rust app, and becomes one HTTP
//! request.

use crate::http::HttpRequest;
use crate::input::{
    BaseUrl, Locale, LoginUrl, NewPassword, ProjectId, ResetCode, Timeout, UserId, Username, VerifyCode,
};
use crate::issues::Issues;
use crate::options::Options;
use crate::policy::PasswordPolicy;

/// Where the API is, and how long a call may take. The defaults suit production.
///
/// # Examples
/// A test server on this machine:
/// ```
/// use std::time::Duration;
/// use xsolla_password_reset::ApiConfig;
/// use xsolla_password_reset::input::Rule;
///
/// let mut config = ApiConfig::default();
/// assert_eq!(config.timeout.as_millis(), 10_000);
/// config.base_url = "http://localhost:8001/api".parse()?;
/// config.timeout = Duration::from_secs(2).try_into()?;
/// # Ok::<(), Rule>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApiConfig {
    /// The API's base URL; `https://login.xsolla.com/api` by default.
    pub base_url: BaseUrl,
    /// The time limit of the whole call; 10 seconds by default.
    pub timeout: Timeout,
}

impl ApiConfig {
    fn read(options: &mut Options<'_>) -> Self {
        let base_url = options.optional("baseUrl").unwrap_or_default();
        let timeout = options.timeout().unwrap_or_default();
        options.signal_and_fetch();
        Self { base_url, timeout }
    }
}

/// The parameters of `request_password_reset`.
///
/// Source: <https://developers.xsolla.com/api/login/>, "Reset password".
///
/// # Examples
/// ```
/// use xsolla_password_reset::PasswordResetRequest;
/// use xsolla_password_reset::input::{Locale, ProjectId, Rule, Username};
///
/// fn parse_form(username: &str) -> Result<PasswordResetRequest, Rule> {
///     let project_id = ProjectId::parse("11111111-1111-4111-8111-111111111111")?;
///     let request = PasswordResetRequest::new(project_id, Username::parse(username)?);
///     Ok(request.locale(Locale::parse("pt-BR")?))
/// }
///
/// assert!(parse_form("player@example.com").is_ok());
/// assert_eq!(parse_form(" "), Err(Rule::UsernameLength));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PasswordResetRequest {
    /// The Login project.
    pub project_id: ProjectId,
    /// The player who lost a password.
    pub username: Username,
    /// Where the player lands after the reset. Required by the API if the project has several Callback URLs.
    pub login_url: Option<LoginUrl>,
    /// The language of the email; English if absent.
    pub locale: Option<Locale>,
    /// Where the API is, and the time limit.
    pub config: ApiConfig,
}

impl PasswordResetRequest {
    /// Creates a request with only the required parameters.
    #[must_use]
    pub fn new(project_id: ProjectId, username: Username) -> Self {
        Self { project_id, username, login_url: None, locale: None, config: ApiConfig::default() }
    }

    /// Sets where the player lands after the reset.
    #[must_use]
    pub fn login_url(mut self, login_url: LoginUrl) -> Self {
        self.login_url = Some(login_url);
        self
    }

    /// Sets the language of the email.
    #[must_use]
    pub fn locale(mut self, locale: Locale) -> Self {
        self.locale = Some(locale);
        self
    }

    /// Sets where the API is, and the time limit.
    #[must_use]
    pub fn config(mut self, config: ApiConfig) -> Self {
        self.config = config;
        self
    }

    pub(crate) fn read(options: &mut Options<'_>) -> Self {
        Self {
            project_id: options.required("projectId"),
            username: options.required("username"),
            login_url: options.optional("loginUrl"),
            locale: options.optional("locale"),
            config: ApiConfig::read(options),
        }
    }

    pub(crate) fn into_http(self) -> HttpRequest {
        let mut http = HttpRequest::new("/password/reset/request", &self.project_id, &self.config);
        http.set_query([
            ("login_url", self.login_url.map(Into::into)),
            ("locale", self.locale.map(Into::into)),
        ]);
        http.field("username", Some(self.username.as_str()));
        http.finish()
    }
}

/// The parameters of `confirm_password_reset`.
///
/// Source: <https://developers.xsolla.com/api/login/>, "Confirm password reset".
///
/// # Examples
/// ```
/// use xsolla_password_reset::PasswordResetConfirmation;
/// use xsolla_password_reset::input::{NewPassword, ProjectId, ResetCode, Rule};
///
/// /// `reset_code` is a parameter of the link in the email.
/// fn parse_form(reset_code: &str, new_password: &str) -> Result<PasswordResetConfirmation, Rule> {
///     let project_id = ProjectId::parse("11111111-1111-4111-8111-111111111111")?;
///     let new_password = NewPassword::parse(new_password)?;
///     Ok(PasswordResetConfirmation::new(project_id, new_password, ResetCode::parse(reset_code)?))
/// }
///
/// assert!(parse_form("ABJ8UKuT", "a long password").is_ok());
/// assert_eq!(parse_form("ABJ8UKuT", "short"), Err(Rule::PasswordLength));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PasswordResetConfirmation {
    /// The Login project.
    pub project_id: ProjectId,
    /// The password to set.
    pub new_password: NewPassword,
    /// The code from the link in the email.
    pub reset_code: ResetCode,
    /// The user from the link in the email. Optional in the API's schema, "required" in its text.
    pub user_id: Option<UserId>,
    /// For projects with custom storage that require it.
    pub verify_code: Option<VerifyCode>,
    /// Where the API is, and the time limit.
    pub config: ApiConfig,
}

impl PasswordResetConfirmation {
    /// Creates a confirmation with only the required parameters.
    #[must_use]
    pub fn new(project_id: ProjectId, new_password: NewPassword, reset_code: ResetCode) -> Self {
        let config = ApiConfig::default();
        Self { project_id, new_password, reset_code, user_id: None, verify_code: None, config }
    }

    /// Sets the user from the link in the email.
    #[must_use]
    pub fn user_id(mut self, user_id: UserId) -> Self {
        self.user_id = Some(user_id);
        self
    }

    /// Sets the code for an extra check.
    #[must_use]
    pub fn verify_code(mut self, verify_code: VerifyCode) -> Self {
        self.verify_code = Some(verify_code);
        self
    }

    /// Sets where the API is, and the time limit.
    #[must_use]
    pub fn config(mut self, config: ApiConfig) -> Self {
        self.config = config;
        self
    }

    pub(crate) fn read(options: &mut Options<'_>) -> Self {
        let project_id = options.required("projectId");
        let new_password = options.required("newPassword");
        // A password can be too short for the API, and meet some of the policy's requirements.
        let given = options.last_text();
        let reset_code = options.required("resetCode");
        let user_id = options.optional("userId");
        let verify_code = options.optional("verifyCode");
        let config = ApiConfig::read(options);
        if options.has_object("passwordPolicy") && crate::HAS_POLICIES {
            PasswordPolicy::check(options, given);
        }
        Self { project_id, new_password, reset_code, user_id, verify_code, config }
    }

    pub(crate) fn into_http(self) -> HttpRequest {
        let mut http = HttpRequest::new("/password/reset/confirm", &self.project_id, &self.config);
        http.field("new_password", Some(self.new_password.as_str()));
        http.field("reset_code", Some(self.reset_code.as_str()));
        http.field("user_id", self.user_id.as_ref().map(UserId::as_str));
        http.field("verify_code", self.verify_code.as_ref().map(VerifyCode::as_str));
        http.finish()
    }
}

/// Prepares the request that JavaScript asks for with a message of options. It must be sent only if there are no issues.
///
/// A pair, because a `Result` would move both about, which is 100 bytes more.
#[must_use]
pub fn prepare(confirms: bool, message: &[u8]) -> (HttpRequest, Issues) {
    let mut options = Options::new(message);
    options.argument();
    let request = if confirms {
        PasswordResetConfirmation::read(&mut options).into_http()
    } else {
        PasswordResetRequest::read(&mut options).into_http()
    };
    (request, options.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
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
        for http in [request().config(config.clone()).into_http(), confirmation().config(config).into_http()]
        {
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
        let list: Value =
            serde_json::from_str(&format!("[{}]", prepare(confirms, message).1.list())).unwrap();
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
        let config = ApiConfig {
            base_url: "https://example.com".parse().unwrap(),
            timeout: Timeout::parse("1").unwrap(),
        };
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
}
