//! The endpoints of the API: a table of parameters for each, and the call that results from a valid request.

use std::fmt;

use crate::input::{self, BaseUrl, Rule, TimeoutMs};
use crate::request::{ApiConfig, PasswordResetConfirmation, PasswordResetRequest};
use crate::text::concat;

/// An API endpoint and its text parameters.
#[derive(Debug)]
pub struct Endpoint {
    /// Appended to the base URL.
    pub path: &'static str,
    /// In the order in which issues are reported.
    pub parameters: &'static [Parameter],
    /// The names of all JavaScript options, space-separated: of the parameters, then of the options that are not text.
    ///
    /// One string, because a list crosses to JavaScript name by name: a call took 16 µs instead of 13. A copy of the names
    /// in `parameters`, because collecting them would add 51 bytes of brotli. A test compares both.
    pub option_names: &'static str,
}

/// A text parameter of an endpoint.
#[derive(Debug)]
pub struct Parameter {
    /// The name of the JavaScript option.
    pub option: &'static str,
    /// Whether the API requires it.
    pub required: bool,
    /// How the text is validated.
    pub parser: Parser,
    /// Where it goes in the HTTP request, and under which name.
    pub location: Location,
}

/// The input type that parses a text.
#[derive(Debug, Clone, Copy)]
pub enum Parser {
    /// [`BaseUrl`].
    BaseUrl,
    /// [`Locale`](input::Locale).
    Locale,
    /// [`LoginUrl`](input::LoginUrl).
    LoginUrl,
    /// [`NewPassword`](input::NewPassword).
    NewPassword,
    /// [`ProjectId`](input::ProjectId).
    ProjectId,
    /// [`ResetCode`](input::ResetCode).
    ResetCode,
    /// [`UserId`](input::UserId).
    UserId,
    /// [`Username`](input::Username).
    Username,
    /// [`VerifyCode`](input::VerifyCode).
    VerifyCode,
}

impl Parser {
    /// Returns the text in the API's format.
    ///
    /// # Errors
    /// The rule that the text breaks.
    pub fn parse(self, text: &str) -> Result<String, Rule> {
        // Not the types' own `parse`, since each returns another type: `input` exports the check functions, too.
        let checked = match self {
            Self::Locale => return input::locale(text),
            Self::BaseUrl => input::base_url(text),
            Self::LoginUrl => input::login_url(text),
            Self::NewPassword => input::new_password(text),
            Self::ProjectId | Self::UserId => input::uuid(text),
            Self::ResetCode | Self::VerifyCode => input::code(text),
            Self::Username => input::username(text),
        };
        checked.map(|text| concat(&[text]))
    }
}

/// Where a parameter goes in the HTTP request, and its name there.
#[derive(Debug)]
pub enum Location {
    /// Replaces the base URL.
    BaseUrl,
    /// In the URL's query.
    Query(&'static str),
    /// In the JSON body.
    Body(&'static str),
}

const PROJECT_ID: Parameter = Parameter {
    option: "projectId",
    required: true,
    parser: Parser::ProjectId,
    location: Location::Query("projectId"),
};

const USERNAME: Parameter = Parameter {
    option: "username",
    required: true,
    parser: Parser::Username,
    location: Location::Body("username"),
};

const LOGIN_URL: Parameter = Parameter {
    option: "loginUrl",
    required: false,
    parser: Parser::LoginUrl,
    location: Location::Query("login_url"),
};

const LOCALE: Parameter = Parameter {
    option: "locale",
    required: false,
    parser: Parser::Locale,
    location: Location::Query("locale"),
};

const NEW_PASSWORD: Parameter = Parameter {
    option: "newPassword",
    required: true,
    parser: Parser::NewPassword,
    location: Location::Body("new_password"),
};

const RESET_CODE: Parameter = Parameter {
    option: "resetCode",
    required: true,
    parser: Parser::ResetCode,
    location: Location::Body("reset_code"),
};

const USER_ID: Parameter = Parameter {
    option: "userId",
    required: false,
    parser: Parser::UserId,
    location: Location::Body("user_id"),
};

const VERIFY_CODE: Parameter = Parameter {
    option: "verifyCode",
    required: false,
    parser: Parser::VerifyCode,
    location: Location::Body("verify_code"),
};

const BASE_URL: Parameter =
    Parameter { option: "baseUrl", required: false, parser: Parser::BaseUrl, location: Location::BaseUrl };

/// `POST /password/reset/request`.
///
/// Source: <https://developers.xsolla.com/api/login/>, "Reset password".
pub const REQUEST: Endpoint = Endpoint {
    path: "/password/reset/request",
    parameters: &[PROJECT_ID, USERNAME, LOGIN_URL, LOCALE, BASE_URL],
    option_names: "projectId username loginUrl locale baseUrl timeoutMs signal fetch",
};

/// `POST /password/reset/confirm`.
///
/// Source: <https://developers.xsolla.com/api/login/>, "Confirm password reset".
pub const CONFIRM: Endpoint = Endpoint {
    path: "/password/reset/confirm",
    parameters: &[PROJECT_ID, NEW_PASSWORD, RESET_CODE, USER_ID, VERIFY_CODE, BASE_URL],
    option_names: "projectId newPassword resetCode userId verifyCode baseUrl timeoutMs signal fetch",
};

/// A call in the API's format: a `POST` of JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Where the API is.
    pub base_url: String,
    /// Appended to the base URL.
    pub path: &'static str,
    /// Names and values, the values not yet percent-encoded.
    pub query: Vec<(&'static str, String)>,
    /// The JSON body.
    pub body: Body,
    /// The time limit of the whole call.
    pub timeout: TimeoutMs,
}

impl Call {
    /// Creates a call with no parameters set.
    pub(crate) fn new(endpoint: &Endpoint) -> Self {
        Self {
            base_url: BaseUrl::default().into(),
            path: endpoint.path,
            query: vec![],
            body: Body(vec![]),
            timeout: TimeoutMs::default(),
        }
    }

    /// Sets a parameter to a value in the API's format.
    pub(crate) fn set(&mut self, parameter: &Parameter, value: String) {
        match &parameter.location {
            Location::BaseUrl => self.base_url = value,
            Location::Query(name) => self.query.push((name, value)),
            Location::Body(name) => self.body.0.push((name, value)),
        }
    }

    fn set_optional(&mut self, parameter: &Parameter, value: Option<impl Into<String>>) {
        if let Some(value) = value {
            self.set(parameter, value.into());
        }
    }

    fn configure(&mut self, ApiConfig { base_url, timeout }: ApiConfig) {
        self.set(&BASE_URL, base_url.into());
        self.timeout = timeout;
    }
}

/// The JSON body, as names and texts. `Debug` does not show them.
#[derive(Clone, PartialEq, Eq)]
pub struct Body(Vec<(&'static str, String)>);

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Body(hidden)")
    }
}

impl Body {
    /// Names and texts, in order.
    #[must_use]
    pub fn fields(&self) -> &[(&'static str, String)] {
        &self.0
    }
}

impl From<PasswordResetRequest> for Call {
    fn from(request: PasswordResetRequest) -> Self {
        let PasswordResetRequest { project_id, username, login_url, locale, config } = request;
        let mut call = Self::new(&REQUEST);
        call.set(&PROJECT_ID, project_id.into());
        call.set(&USERNAME, username.into());
        call.set_optional(&LOGIN_URL, login_url);
        call.set_optional(&LOCALE, locale);
        call.configure(config);
        call
    }
}

impl From<PasswordResetConfirmation> for Call {
    fn from(confirmation: PasswordResetConfirmation) -> Self {
        let PasswordResetConfirmation { project_id, new_password, reset_code, user_id, verify_code, config } =
            confirmation;
        let mut call = Self::new(&CONFIRM);
        call.set(&PROJECT_ID, project_id.into());
        call.set(&NEW_PASSWORD, new_password.into());
        call.set(&RESET_CODE, reset_code.into());
        call.set_optional(&USER_ID, user_id);
        call.set_optional(&VERIFY_CODE, verify_code);
        call.configure(config);
        call
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{Locale, LoginUrl, NewPassword, ProjectId, ResetCode, UserId, Username, VerifyCode};
    use serde_json::{Value, json};

    const ID: &str = "11111111-1111-4111-8111-111111111111";

    fn object(call: &Call) -> Value {
        call.body.fields().iter().map(|(name, text)| (name.to_string(), Value::from(text.as_str()))).collect()
    }

    #[test]
    fn the_options_are_listed_in_the_order_of_the_parameters() {
        for endpoint in [REQUEST, CONFIRM] {
            let parameters = endpoint.parameters.iter().map(|parameter| parameter.option);
            let names: Vec<_> = parameters.chain(["timeoutMs", "signal", "fetch"]).collect();
            assert_eq!(endpoint.option_names, names.join(" "));
        }
    }

    #[test]
    fn a_request_is_in_the_format_of_the_api() {
        let mut request = PasswordResetRequest {
            project_id: ProjectId::parse(ID).unwrap(),
            username: Username::parse(" John ").unwrap(),
            login_url: None,
            locale: None,
            config: ApiConfig::default(),
        };
        let call = Call::from(request.clone());
        assert_eq!(call.path, "/password/reset/request");
        assert_eq!(call.query, [("projectId", ID.into())]);
        assert_eq!(object(&call), json!({ "username": "John" }));

        request.login_url = Some(LoginUrl::parse("mygame://login?a=b").unwrap());
        request.locale = Some(Locale::parse("de-de").unwrap());
        assert_eq!(
            Call::from(request).query,
            [
                ("projectId", ID.into()),
                ("login_url", "mygame://login?a=b".into()),
                ("locale", "de_DE".into())
            ]
        );
    }

    #[test]
    fn a_confirmation_is_in_the_format_of_the_api() {
        let mut confirmation = PasswordResetConfirmation {
            project_id: ProjectId::parse(ID).unwrap(),
            new_password: NewPassword::parse(" secret ").unwrap(),
            reset_code: ResetCode::parse("abc").unwrap(),
            user_id: None,
            verify_code: None,
            config: ApiConfig::default(),
        };
        let call = Call::from(confirmation.clone());
        assert_eq!(call.path, "/password/reset/confirm");
        assert_eq!(call.query, [("projectId", ID.into())]);
        assert_eq!(object(&call), json!({ "new_password": " secret ", "reset_code": "abc" }));

        confirmation.user_id = Some(UserId::parse(ID).unwrap());
        confirmation.verify_code = Some(VerifyCode::parse("42").unwrap());
        assert_eq!(
            object(&Call::from(confirmation)),
            json!({ "new_password": " secret ", "reset_code": "abc", "user_id": ID, "verify_code": "42" })
        );
    }

    #[test]
    fn each_parser_applies_its_own_rule_and_returns_the_value_to_send() {
        for (parser, valid, sent, invalid, rule) in [
            (
                Parser::BaseUrl,
                "https://example.com/api/",
                "https://example.com/api",
                "http://example.com",
                Rule::Https,
            ),
            (Parser::Locale, "pt-br", "pt_BR", "pt", Rule::Locale),
            (Parser::LoginUrl, "mygame://login", "mygame://login", "data:x", Rule::Scheme),
            (Parser::NewPassword, " secret ", " secret ", "short", Rule::PasswordLength),
            (Parser::ProjectId, ID, ID, "mine", Rule::Uuid),
            (Parser::ResetCode, "a+b/c=", "a+b/c=", "a b", Rule::NoSpaces),
            (Parser::UserId, ID, ID, "John", Rule::Uuid),
            (Parser::Username, " John ", "John", "Jo\0hn", Rule::NoControls),
            (Parser::VerifyCode, "42", "42", "", Rule::NotEmpty),
        ] {
            assert_eq!(parser.parse(valid).as_deref(), Ok(sent), "{parser:?}");
            assert_eq!(parser.parse(invalid), Err(rule), "{parser:?}");
        }
    }

    #[test]
    fn both_calls_use_the_configured_base_url_and_time_limit() {
        let call_both = |config: &ApiConfig| {
            [
                Call::from(PasswordResetRequest {
                    project_id: ProjectId::parse(ID).unwrap(),
                    username: Username::parse("John").unwrap(),
                    login_url: None,
                    locale: None,
                    config: config.clone(),
                }),
                Call::from(PasswordResetConfirmation {
                    project_id: ProjectId::parse(ID).unwrap(),
                    new_password: NewPassword::parse("secret").unwrap(),
                    reset_code: ResetCode::parse("abc").unwrap(),
                    user_id: None,
                    verify_code: None,
                    config: config.clone(),
                }),
            ]
        };
        let other = ApiConfig {
            base_url: BaseUrl::parse("https://example.com/api").unwrap(),
            timeout: TimeoutMs::parse(7.0).unwrap(),
        };
        for (config, base_url, timeout_ms) in [
            (ApiConfig::default(), "https://login.xsolla.com/api", 10_000),
            (other, "https://example.com/api", 7),
        ] {
            for call in call_both(&config) {
                assert_eq!((call.base_url.as_str(), call.timeout.get()), (base_url, timeout_ms));
            }
        }
    }

    #[test]
    fn debug_hides_the_body() {
        let mut call = Call::new(&CONFIRM);
        call.set(&NEW_PASSWORD, "secret".into());
        assert_eq!(format!("{:?}", call.body), "Body(hidden)");
        assert!(!format!("{call:?}").contains("secret"));
    }
}
