//! The requests that a Rust app makes.

use crate::input::{
    BaseUrl, Locale, LoginUrl, NewPassword, ProjectId, ResetCode, TimeoutMs, UserId, Username, VerifyCode,
};

/// Where the API is, and how long a call may take. The defaults suit production.
///
/// # Examples
/// A test server on this machine:
/// ```
/// use xsolla_password_reset::ApiConfig;
/// use xsolla_password_reset::input::{BaseUrl, Rule, TimeoutMs};
///
/// let config = ApiConfig {
///     base_url: BaseUrl::parse("http://localhost:8001/api")?,
///     timeout: TimeoutMs::parse(2_000.0)?,
/// };
/// assert_eq!(ApiConfig::default().timeout.get(), 10_000);
/// # Ok::<(), Rule>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ApiConfig {
    /// The API's base URL; `https://login.xsolla.com/api` by default.
    pub base_url: BaseUrl,
    /// The time limit of the whole call; 10 seconds by default.
    pub timeout: TimeoutMs,
}

/// The parameters of `request_password_reset`.
///
/// Source: <https://developers.xsolla.com/api/login/>, "Reset password".
///
/// # Examples
/// ```
/// use xsolla_password_reset::input::{Locale, ProjectId, Rule, Username};
/// use xsolla_password_reset::{ApiConfig, PasswordResetRequest};
///
/// fn parse_form(username: &str) -> Result<PasswordResetRequest, Rule> {
///     Ok(PasswordResetRequest {
///         project_id: ProjectId::parse("11111111-1111-4111-8111-111111111111")?,
///         username: Username::parse(username)?,
///         login_url: None,
///         locale: Some(Locale::parse("pt-BR")?),
///         config: ApiConfig::default(),
///     })
/// }
///
/// assert!(parse_form("player@example.com").is_ok());
/// assert_eq!(parse_form(" "), Err(Rule::UsernameLength));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// The parameters of `confirm_password_reset`.
///
/// Source: <https://developers.xsolla.com/api/login/>, "Confirm password reset".
///
/// # Examples
/// ```
/// use xsolla_password_reset::input::{NewPassword, ProjectId, ResetCode, Rule};
/// use xsolla_password_reset::{ApiConfig, PasswordResetConfirmation};
///
/// /// `reset_code` is a parameter of the link in the email.
/// fn parse_form(reset_code: &str, new_password: &str) -> Result<PasswordResetConfirmation, Rule> {
///     Ok(PasswordResetConfirmation {
///         project_id: ProjectId::parse("11111111-1111-4111-8111-111111111111")?,
///         new_password: NewPassword::parse(new_password)?,
///         reset_code: ResetCode::parse(reset_code)?,
///         user_id: None,
///         verify_code: None,
///         config: ApiConfig::default(),
///     })
/// }
///
/// assert!(parse_form("ABJ8UKuT", "a long password").is_ok());
/// assert_eq!(parse_form("ABJ8UKuT", "short"), Err(Rule::PasswordLength));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
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
