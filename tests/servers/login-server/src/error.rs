//! The error responses of the API, with the codes of the catalogue.

use std::{collections::BTreeMap, time::Duration};

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};
use serde_json::{Map, Value, json};

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

    /// The status, the code and the description. With status 400, the code is a number, against the documented schema: the
    /// real service was seen to respond in this way.
    fn response(&self) -> (StatusCode, Value, &'static str) {
        use StatusCode as Status;
        let (status, code, description) = match self {
            Self::InvalidParameters(_) => return (Status::BAD_REQUEST, json!(0), "Invalid parameters."),
            Self::Unprocessable(_) => (Status::UNPROCESSABLE_ENTITY, "0", "A parameter breaks a rule."),
            Self::WrongCredentials => (Status::UNAUTHORIZED, "003-001", "Wrong username or password."),
            Self::UserNotFound => (Status::NOT_FOUND, "003-002", "User not found."),
            Self::ProjectNotFound => (Status::NOT_FOUND, "003-019", "Project not found."),
            Self::ObjectNotFound => (Status::NOT_FOUND, "003-061", "Object not found."),
            Self::UnknownCode => (Status::NOT_FOUND, "999-999", "No code of the catalogue."),
            Self::LoginUrlMissing => (
                Status::UNPROCESSABLE_ENTITY,
                "010-011",
                "The project has several Callback URLs; login_url must name one.",
            ),
            Self::LoginUrlUnknown => {
                (Status::UNPROCESSABLE_ENTITY, "010-012", "login_url is not a Callback URL of the project.")
            }
            Self::AttemptsLimitExceeded { .. } => {
                (Status::TOO_MANY_REQUESTS, "002-058", "The limit of attempts is exceeded.")
            }
            Self::Internal => {
                (Status::INTERNAL_SERVER_ERROR, "0", "The local Login server failed; see what it printed.")
            }
        };
        (status, json!(code), description)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let (status, code, description) = self.response();
        let mut error =
            Map::from_iter([("code".to_owned(), code), ("description".to_owned(), json!(description))]);
        if let Self::InvalidParameters(details) | Self::Unprocessable(details) = &self {
            error.insert("details".to_owned(), json!(details));
        }
        let mut response = (status, Json(json!({ "error": error }))).into_response();
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
