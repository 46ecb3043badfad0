//! The error responses of the API, with the codes of the catalogue.

use std::{collections::BTreeMap, time::Duration};

use axum::{
    Json,
    http::{StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};
use serde_json::json;

/// The rule that each field breaks. Never the value.
pub type Details = BTreeMap<&'static str, &'static str>;

/// Why a call failed.
pub enum ApiError {
    /// The query or the body is not as documented.
    InvalidParameters(Details),
    /// As documented, but this field breaks this rule.
    Unprocessable(&'static str, &'static str),
    WrongCredentials,
    UserNotFound,
    ProjectNotFound,
    ObjectNotFound,
    /// A code that is not in the catalogue.
    UnknownCode,
    LoginUrlMissing,
    LoginUrlUnknown,
    /// Too many requests; the time to wait.
    AttemptsLimitExceeded(Duration),
    /// A fault of this server.
    Internal,
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let (status, code, description) = match self {
            Self::InvalidParameters(_) => (400, "0", "Invalid parameters."),
            Self::WrongCredentials => (401, "003-001", "Wrong username or password."),
            Self::UserNotFound => (404, "003-002", "User not found."),
            Self::ProjectNotFound => (404, "003-019", "Project not found."),
            Self::ObjectNotFound => (404, "003-061", "Object not found."),
            Self::UnknownCode => (404, "999-999", "No code of the catalogue."),
            Self::Unprocessable(..) => (422, "0", "A parameter breaks a rule."),
            Self::LoginUrlMissing => {
                (422, "010-011", "The project has several Callback URLs; login_url must name one.")
            }
            Self::LoginUrlUnknown => (422, "010-012", "login_url is not a Callback URL of the project."),
            Self::AttemptsLimitExceeded(_) => (429, "002-058", "The limit of attempts is exceeded."),
            Self::Internal => (500, "0", "The local Login server failed; see what it printed."),
        };
        // Against the documented schema: the real service was seen to respond in this way.
        let code = if status == 400 { json!(0) } else { json!(code) };
        let (details, wait) = match self {
            Self::InvalidParameters(details) => (details, None),
            Self::Unprocessable(field, rule) => (Details::from([(field, rule)]), None),
            Self::AttemptsLimitExceeded(wait) => (Details::new(), Some(wait)),
            _ => (Details::new(), None),
        };
        let error = if details.is_empty() {
            json!({ "code": code, "description": description })
        } else {
            json!({ "code": code, "description": description, "details": details })
        };
        let retry_after = wait.map(|wait| {
            // Rounded up, so that a request after this time is accepted. At least 1.
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            [(RETRY_AFTER, seconds.max(1).to_string())]
        });
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, retry_after, Json(json!({ "error": error }))).into_response()
    }
}
