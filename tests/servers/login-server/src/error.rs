//! The error responses of the API, with the codes of the catalogue.

use std::{collections::BTreeMap, time::Duration};

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

/// The rule that each field breaks. Never the value.
pub type Details = BTreeMap<&'static str, &'static str>;

/// Why a call failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiError {
    /// The query or the body is not as documented.
    InvalidParameters(Details),
    /// As documented, but a field breaks a rule.
    Unprocessable(Details),
    WrongCredentials,
    UserNotFound,
    ProjectNotFound,
    ObjectNotFound,
    /// A code that is not in the catalogue.
    UnknownCode,
    LoginUrlMissing,
    LoginUrlUnknown,
    AttemptsLimitExceeded {
        retry_after: Duration,
    },
    /// A fault of this server.
    Internal,
}

impl ApiError {
    /// One field breaks a rule.
    pub fn unprocessable(field: &'static str, rule: &'static str) -> Self {
        Self::Unprocessable(Details::from([(field, rule)]))
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::InvalidParameters(_) => StatusCode::BAD_REQUEST,
            Self::WrongCredentials => StatusCode::UNAUTHORIZED,
            Self::UserNotFound | Self::ProjectNotFound | Self::ObjectNotFound | Self::UnknownCode => {
                StatusCode::NOT_FOUND
            }
            Self::Unprocessable(_) | Self::LoginUrlMissing | Self::LoginUrlUnknown => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::AttemptsLimitExceeded { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The code. With status 400, it is a number, against the documented schema: the real service was seen to
    /// respond in this way.
    fn code(&self) -> Value {
        match self {
            Self::InvalidParameters(_) => json!(0),
            Self::Unprocessable(_) | Self::Internal => json!("0"),
            Self::WrongCredentials => json!("003-001"),
            Self::UserNotFound => json!("003-002"),
            Self::ProjectNotFound => json!("003-019"),
            Self::ObjectNotFound => json!("003-061"),
            Self::UnknownCode => json!("999-999"),
            Self::LoginUrlMissing => json!("010-011"),
            Self::LoginUrlUnknown => json!("010-012"),
            Self::AttemptsLimitExceeded { .. } => json!("002-058"),
        }
    }

    fn description(&self) -> &'static str {
        match self {
            Self::InvalidParameters(_) => "Invalid parameters.",
            Self::Unprocessable(_) => "A parameter breaks a rule.",
            Self::WrongCredentials => "Wrong username or password.",
            Self::UserNotFound => "User not found.",
            Self::ProjectNotFound => "Project not found.",
            Self::ObjectNotFound => "Object not found.",
            Self::UnknownCode => "No code of the catalogue.",
            Self::LoginUrlMissing => "The project has several Callback URLs; login_url must name one.",
            Self::LoginUrlUnknown => "login_url is not a Callback URL of the project.",
            Self::AttemptsLimitExceeded { .. } => "The limit of attempts is exceeded.",
            Self::Internal => "The local Login server failed; see what it printed.",
        }
    }

    fn details(&self) -> Option<&Details> {
        match self {
            Self::InvalidParameters(details) | Self::Unprocessable(details) => Some(details),
            Self::WrongCredentials
            | Self::UserNotFound
            | Self::ProjectNotFound
            | Self::ObjectNotFound
            | Self::UnknownCode
            | Self::LoginUrlMissing
            | Self::LoginUrlUnknown
            | Self::AttemptsLimitExceeded { .. }
            | Self::Internal => None,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut error = json!({ "code": self.code(), "description": self.description() });
        if let (Some(details), Some(error)) = (self.details(), error.as_object_mut()) {
            error.insert("details".to_owned(), json!(details));
        }
        let mut response = (self.status(), Json(json!({ "error": error }))).into_response();
        if let Self::AttemptsLimitExceeded { retry_after } = self {
            response.headers_mut().insert(RETRY_AFTER, whole_seconds(retry_after));
        }
        response
    }
}

/// Rounds up, so that a request after this time is accepted. At least 1.
fn whole_seconds(wait: Duration) -> HeaderValue {
    let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    HeaderValue::from(seconds.max(1))
}
