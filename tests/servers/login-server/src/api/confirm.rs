//! `POST /password/reset/confirm`: sets the new password.

use axum::{extract::State, http::StatusCode};
use uuid::Uuid;

use super::input::Input;
use crate::{app::App, codes::Secret, error::ApiError};

struct ConfirmInput {
    project_id: Uuid,
    new_password: String,
    reset_code: String,
    user_id: Option<Uuid>,
    verify_code: Option<String>,
}

impl ConfirmInput {
    fn parse(mut input: Input) -> Result<Self, ApiError> {
        let project_id = input.project_id();
        let new_password = input.string("new_password");
        let reset_code = input.text("reset_code");
        let user_id = input.optional_uuid("user_id");
        let verify_code = input.optional_string("verify_code");
        let fields = project_id.zip(new_password).zip(reset_code);
        let ((project_id, new_password), reset_code) = input.check(fields)?;
        Ok(Self { project_id, new_password, reset_code, user_id, verify_code })
    }
}

/// Uses a code up. A rejected attempt leaves it valid.
pub async fn confirm_password_reset(State(app): State<App>, input: Input) -> Result<StatusCode, ApiError> {
    let input = ConfirmInput::parse(input)?;
    let project = app.open_project(input.project_id).await?;
    let new_password = input.new_password;
    project.passwords.check(&new_password).map_err(|rule| ApiError::unprocessable("new_password", rule))?;

    let mut world = app.world();
    let code = world.codes.find(project.id, &input.reset_code).ok_or(ApiError::ObjectNotFound)?;
    let user_id = code.user_id;
    if input.user_id.is_some_and(|id| id != user_id) {
        return Err(ApiError::UserNotFound);
    }
    let expected = code.verify_code.as_ref().map(Secret::as_str);
    if expected.is_some() && input.verify_code.as_deref() != expected {
        return Err(ApiError::unprocessable("verify_code", "must be the code that came with the link"));
    }
    world.set_password(user_id, new_password);
    world.codes.spend(&input.reset_code);
    Ok(StatusCode::NO_CONTENT)
}
