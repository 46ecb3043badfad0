//! A valid request in, the API's own spelling out: path, query and body of each call.

use serde::Serialize;

use crate::input::{
    BaseUrl, Locale, LoginUrl, NewPassword, ProjectId, ResetCode, TimeoutMs, UserId, Username, VerifyCode,
};

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
    /// The language of the e-mail; Xsolla's default is English.
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
    /// The code from the link in the e-mail.
    pub reset_code: ResetCode,
    /// The user from the link in the e-mail. Optional in the API's schema, "required" in its prose.
    pub user_id: Option<UserId>,
    /// For projects with custom storage that ask for it.
    pub verify_code: Option<VerifyCode>,
    /// Where the API is, and the time limit.
    pub server: Server,
}

/// One call as the API spells it: a `POST` of JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Behind the base URL.
    pub path: &'static str,
    /// Names and values, the values not yet percent-encoded.
    pub query: Vec<(&'static str, String)>,
    /// The body, to be written as JSON.
    pub body: Body,
    /// Where to, and the time limit.
    pub server: Server,
}

/// The body of a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Body {
    /// Of Reset password.
    Request {
        /// A username or an e-mail address.
        username: Username,
    },
    /// Of Confirm password reset.
    Confirm {
        /// The password to set.
        new_password: NewPassword,
        /// The code from the e-mail.
        reset_code: ResetCode,
        /// The user from the e-mail.
        #[serde(skip_serializing_if = "Option::is_none")]
        user_id: Option<UserId>,
        /// For custom storage.
        #[serde(skip_serializing_if = "Option::is_none")]
        verify_code: Option<VerifyCode>,
    },
}

/// `POST /password/reset/request`.
///
/// Source: <https://developers.xsolla.com/api/login/>, "Reset password".
impl From<PasswordResetRequest> for Call {
    fn from(request: PasswordResetRequest) -> Self {
        let PasswordResetRequest { project_id, username, login_url, locale, server } = request;
        let mut query = vec![("projectId", project_id.into())];
        query.extend(login_url.map(|url| ("login_url", url.into())));
        query.extend(locale.map(|locale| ("locale", locale.into())));
        Self { path: "/password/reset/request", query, body: Body::Request { username }, server }
    }
}

/// `POST /password/reset/confirm`.
///
/// Source: <https://developers.xsolla.com/api/login/>, "Confirm password reset".
impl From<PasswordResetConfirmation> for Call {
    fn from(confirmation: PasswordResetConfirmation) -> Self {
        let PasswordResetConfirmation { project_id, new_password, reset_code, user_id, verify_code, server } =
            confirmation;
        Self {
            path: "/password/reset/confirm",
            query: vec![("projectId", project_id.into())],
            body: Body::Confirm { new_password, reset_code, user_id, verify_code },
            server,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const ID: &str = "11111111-1111-4111-8111-111111111111";

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
        assert_eq!(serde_json::to_value(&call.body).unwrap(), json!({ "username": "John" }));

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
        assert_eq!(
            serde_json::to_value(&call.body).unwrap(),
            json!({ "new_password": " secret ", "reset_code": "abc" })
        );

        confirmation.user_id = Some(UserId::parse(ID).unwrap());
        confirmation.verify_code = Some(VerifyCode::parse("42").unwrap());
        assert_eq!(
            serde_json::to_value(Call::from(confirmation).body).unwrap(),
            json!({ "new_password": " secret ", "reset_code": "abc", "user_id": ID, "verify_code": "42" })
        );
    }
}
