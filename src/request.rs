//! The requests of the two calls. Each is read from the options of JavaScript or created by a Rust app, and becomes one HTTP
//! request.

use crate::config::ApiConfig;
use crate::http::HttpRequest;
use crate::input::{Locale, LoginUrl, NewPassword, ProjectId, ResetCode, UserId, Username, VerifyCode};
use crate::issues::Issues;
use crate::options::Options;
use crate::policy::PasswordPolicy;

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
        // A password can be too short for the API, and meet some of the policy's requirements.
        let mut given = options.rest();
        let new_password = options.required("newPassword");
        let reset_code = options.required("resetCode");
        let user_id = options.optional("userId");
        let verify_code = options.optional("verifyCode");
        let config = ApiConfig::read(options);
        if options.has_object("passwordPolicy") && crate::HAS_POLICIES {
            PasswordPolicy::check(options, given.take_string());
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
pub mod tests;
