//! A valid request in, the API's own spelling out: path, query and body of each call.

use std::fmt;

use crate::input::{
    self, BaseUrl, Locale, LoginUrl, NewPassword, ProjectId, ResetCode, Rule, TimeoutMs, UserId, Username,
    VerifyCode,
};
use crate::text::join;

/// Where the API is, and how long a call may take.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Server {
    /// The API's base URL.
    pub base_url: BaseUrl,
    /// The time limit of the whole exchange.
    pub timeout: TimeoutMs,
}

/// What [`request_password_reset`](crate::request_password_reset) needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordResetRequest {
    /// The Login project.
    pub project_id: ProjectId,
    /// Who lost a password.
    pub username: Username,
    /// Where the player lands after the reset. Required by the API when the project has several Callback URLs.
    pub login_url: Option<LoginUrl>,
    /// The language of the email; Xsolla's default is English.
    pub locale: Option<Locale>,
    /// Where the API is, and the time limit.
    pub server: Server,
}

/// What [`confirm_password_reset`](crate::confirm_password_reset) needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordResetConfirmation {
    /// The Login project.
    pub project_id: ProjectId,
    /// The password to set.
    pub new_password: NewPassword,
    /// The code from the link in the email.
    pub reset_code: ResetCode,
    /// The user from the link in the email. Optional in the API's schema, "required" in its prose.
    pub user_id: Option<UserId>,
    /// For projects with custom storage that ask for it.
    pub verify_code: Option<VerifyCode>,
    /// Where the API is, and the time limit.
    pub server: Server,
}

/// One call as the API spells it: a `POST` of JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Where the API is.
    pub base_url: String,
    /// Behind the base URL.
    pub path: &'static str,
    /// Names and values, the values not yet percent-encoded.
    pub query: Vec<(&'static str, String)>,
    /// The body, to be written as JSON.
    pub body: Body,
    /// The time limit of the whole exchange.
    pub timeout: TimeoutMs,
}

/// A call that the API offers, and the texts that it is made of.
#[derive(Debug)]
pub struct Endpoint {
    /// Behind the base URL.
    pub path: &'static str,
    /// In the order in which mistakes in them are told.
    pub parameters: &'static [Parameter],
    /// The names of all options of JavaScript, with spaces between: those of the parameters, and of what is no text.
    pub options: &'static str,
}

/// A text that a call is made of.
#[derive(Debug)]
pub struct Parameter {
    /// Its name among the options of JavaScript.
    pub option: &'static str,
    /// Whether the call cannot do without it.
    pub required: bool,
    /// What it is.
    pub format: Format,
    /// Where the API expects it, by which name.
    pub place: Place,
}

/// The type that a text is read as.
#[derive(Debug, Clone, Copy)]
pub enum Format {
    /// [`BaseUrl`].
    BaseUrl,
    /// [`Locale`].
    Locale,
    /// [`LoginUrl`].
    LoginUrl,
    /// [`NewPassword`].
    NewPassword,
    /// [`ProjectId`].
    ProjectId,
    /// [`ResetCode`].
    ResetCode,
    /// [`UserId`].
    UserId,
    /// [`Username`].
    Username,
    /// [`VerifyCode`].
    VerifyCode,
}

impl Format {
    /// The text as it is sent.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub fn parse(self, text: &str) -> Result<String, Rule> {
        // Not by the types' own `parse`, whose results are of different types.
        let checked = match self {
            Self::Locale => return input::locale(text),
            Self::BaseUrl => input::base_url(text),
            Self::LoginUrl => input::login_url(text),
            Self::NewPassword => input::new_password(text),
            Self::ProjectId | Self::UserId => input::uuid(text),
            Self::ResetCode | Self::VerifyCode => input::code(text),
            Self::Username => input::username(text),
        };
        checked.map(|text| join(&[text]))
    }
}

/// Where a text goes, and the API's own name for it.
#[derive(Debug)]
pub enum Place {
    /// It says where the API is.
    BaseUrl,
    /// Into the URL's query.
    Query(&'static str),
    /// Into the body.
    Body(&'static str),
}

/// Both calls name the project.
const PROJECT_ID: Parameter = Parameter {
    option: "projectId",
    required: true,
    format: Format::ProjectId,
    place: Place::Query("projectId"),
};

/// Both calls can be sent to another place.
const BASE_URL: Parameter =
    Parameter { option: "baseUrl", required: false, format: Format::BaseUrl, place: Place::BaseUrl };

/// `POST /password/reset/request`.
///
/// Source: <https://developers.xsolla.com/api/login/>, "Reset password".
pub const REQUEST: Endpoint = Endpoint {
    path: "/password/reset/request",
    parameters: &[
        PROJECT_ID,
        Parameter {
            option: "username",
            required: true,
            format: Format::Username,
            place: Place::Body("username"),
        },
        Parameter {
            option: "loginUrl",
            required: false,
            format: Format::LoginUrl,
            place: Place::Query("login_url"),
        },
        Parameter {
            option: "locale",
            required: false,
            format: Format::Locale,
            place: Place::Query("locale"),
        },
        BASE_URL,
    ],
    options: "projectId username loginUrl locale baseUrl timeoutMs signal fetch",
};

/// `POST /password/reset/confirm`.
///
/// Source: <https://developers.xsolla.com/api/login/>, "Confirm password reset".
pub const CONFIRM: Endpoint = Endpoint {
    path: "/password/reset/confirm",
    parameters: &[
        PROJECT_ID,
        Parameter {
            option: "newPassword",
            required: true,
            format: Format::NewPassword,
            place: Place::Body("new_password"),
        },
        Parameter {
            option: "resetCode",
            required: true,
            format: Format::ResetCode,
            place: Place::Body("reset_code"),
        },
        Parameter {
            option: "userId",
            required: false,
            format: Format::UserId,
            place: Place::Body("user_id"),
        },
        Parameter {
            option: "verifyCode",
            required: false,
            format: Format::VerifyCode,
            place: Place::Body("verify_code"),
        },
        BASE_URL,
    ],
    options: "projectId newPassword resetCode userId verifyCode baseUrl timeoutMs signal fetch",
};

impl Call {
    /// A call whose parameters are still to be filled in.
    pub(crate) fn new(endpoint: &Endpoint) -> Self {
        Self {
            base_url: BaseUrl::default().into(),
            path: endpoint.path,
            query: vec![],
            body: Body(vec![]),
            timeout: TimeoutMs::default(),
        }
    }

    /// Fills in a parameter.
    pub(crate) fn put(&mut self, place: &Place, value: String) {
        match place {
            Place::BaseUrl => self.base_url = value,
            Place::Query(name) => self.query.push((name, value)),
            Place::Body(name) => self.body.0.push((name, value)),
        }
    }

    /// The call with these values for its parameters, in their order.
    fn with(
        endpoint: &Endpoint,
        values: impl IntoIterator<Item = Option<String>>,
        timeout: TimeoutMs,
    ) -> Self {
        let mut call = Self { timeout, ..Self::new(endpoint) };
        for (parameter, value) in endpoint.parameters.iter().zip(values) {
            if let Some(value) = value {
                call.put(&parameter.place, value);
            }
        }
        call
    }
}

/// The body of a call: names and texts. It does not show them to `Debug`.
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
        let PasswordResetRequest { project_id, username, login_url, locale, server } = request;
        let values = [
            Some(project_id.into()),
            Some(username.into()),
            login_url.map(Into::into),
            locale.map(Into::into),
            Some(server.base_url.into()),
        ];
        Self::with(&REQUEST, values, server.timeout)
    }
}

impl From<PasswordResetConfirmation> for Call {
    fn from(confirmation: PasswordResetConfirmation) -> Self {
        let PasswordResetConfirmation { project_id, new_password, reset_code, user_id, verify_code, server } =
            confirmation;
        let values = [
            Some(project_id.into()),
            Some(new_password.into()),
            Some(reset_code.into()),
            user_id.map(Into::into),
            verify_code.map(Into::into),
            Some(server.base_url.into()),
        ];
        Self::with(&CONFIRM, values, server.timeout)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const ID: &str = "11111111-1111-4111-8111-111111111111";

    fn object(call: &Call) -> Value {
        call.body.fields().iter().map(|(name, text)| (name.to_string(), Value::from(text.as_str()))).collect()
    }

    #[test]
    fn the_options_are_named_in_the_order_of_the_parameters() {
        for endpoint in [REQUEST, CONFIRM] {
            let parameters = endpoint.parameters.iter().map(|parameter| parameter.option);
            let names: Vec<_> = parameters.chain(["timeoutMs", "signal", "fetch"]).collect();
            assert_eq!(endpoint.options, names.join(" "));
        }
    }

    #[test]
    fn a_request_is_spelled_as_the_api_does() {
        let mut request = PasswordResetRequest {
            project_id: ProjectId::parse(ID).unwrap(),
            username: Username::parse(" John ").unwrap(),
            login_url: None,
            locale: None,
            server: Server::default(),
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
    fn a_confirmation_is_spelled_as_the_api_does() {
        let mut confirmation = PasswordResetConfirmation {
            project_id: ProjectId::parse(ID).unwrap(),
            new_password: NewPassword::parse(" secret ").unwrap(),
            reset_code: ResetCode::parse("abc").unwrap(),
            user_id: None,
            verify_code: None,
            server: Server::default(),
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
    fn each_format_applies_its_own_rule_and_returns_the_value_to_send() {
        for (format, valid, sent, invalid, rule) in [
            (
                Format::BaseUrl,
                "https://example.com/api/",
                "https://example.com/api",
                "http://example.com",
                Rule::Https,
            ),
            (Format::Locale, "pt-br", "pt_BR", "pt", Rule::Locale),
            (Format::LoginUrl, "mygame://login", "mygame://login", "data:x", Rule::Scheme),
            (Format::NewPassword, " secret ", " secret ", "short", Rule::PasswordLength),
            (Format::ProjectId, ID, ID, "mine", Rule::Uuid),
            (Format::ResetCode, "a+b/c=", "a+b/c=", "a b", Rule::NoSpaces),
            (Format::UserId, ID, ID, "John", Rule::Uuid),
            (Format::Username, " John ", "John", "Jo\0hn", Rule::NoControls),
            (Format::VerifyCode, "42", "42", "", Rule::NotEmpty),
        ] {
            assert_eq!(format.parse(valid).as_deref(), Ok(sent), "{format:?}");
            assert_eq!(format.parse(invalid), Err(rule), "{format:?}");
        }
    }

    #[test]
    fn both_calls_use_the_base_url_and_the_time_limit_that_are_set() {
        let call_both = |server: &Server| {
            [
                Call::from(PasswordResetRequest {
                    project_id: ProjectId::parse(ID).unwrap(),
                    username: Username::parse("John").unwrap(),
                    login_url: None,
                    locale: None,
                    server: server.clone(),
                }),
                Call::from(PasswordResetConfirmation {
                    project_id: ProjectId::parse(ID).unwrap(),
                    new_password: NewPassword::parse("secret").unwrap(),
                    reset_code: ResetCode::parse("abc").unwrap(),
                    user_id: None,
                    verify_code: None,
                    server: server.clone(),
                }),
            ]
        };
        let other = Server {
            base_url: BaseUrl::parse("https://example.com/api").unwrap(),
            timeout: TimeoutMs::parse(7.0).unwrap(),
        };
        for (server, base_url, timeout_ms) in [
            (Server::default(), "https://login.xsolla.com/api", 10_000),
            (other, "https://example.com/api", 7),
        ] {
            for call in call_both(&server) {
                assert_eq!((call.base_url.as_str(), call.timeout.get()), (base_url, timeout_ms));
            }
        }
    }

    #[test]
    fn debug_hides_the_body() {
        let mut call = Call::new(&CONFIRM);
        call.put(&Place::Body("new_password"), "secret".into());
        assert_eq!(format!("{:?}", call.body), "Body(hidden)");
        assert!(!format!("{call:?}").contains("secret"));
    }
}
