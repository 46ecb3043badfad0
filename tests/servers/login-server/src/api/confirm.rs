//! `POST /password/reset/confirm`: sets the new password.

use axum::{extract::State, http::StatusCode};

use super::input::Input;
use crate::{app::App, codes::Secret, error::ApiError};

/// Uses a code up. A rejected attempt leaves it valid.
pub async fn confirm_password_reset(
    State(app): State<App>,
    mut input: Input,
) -> Result<StatusCode, ApiError> {
    let fields = input.project_id().zip(input.string("new_password")).zip(input.text("reset_code"));
    let user_id = input.optional_uuid("user_id");
    let verify_code = input.optional_string("verify_code");
    let ((project_id, new_password), reset_code) = input.check(fields)?;
    let project = app.open_project(project_id).await?;
    project.passwords.check(&new_password).map_err(|rule| ApiError::unprocessable("new_password", rule))?;

    let mut world = app.world();
    let code = world.codes.find(project.id, &reset_code).ok_or(ApiError::ObjectNotFound)?;
    let player = code.user_id;
    if user_id.is_some_and(|id| id != player) {
        return Err(ApiError::UserNotFound);
    }
    let expected = code.verify_code.as_ref().map(Secret::as_str);
    if expected.is_some() && verify_code.as_deref() != expected {
        return Err(ApiError::unprocessable("verify_code", "must be the code that came with the link"));
    }
    world.set_password(player, new_password);
    world.codes.spend(&reset_code);
    Ok(StatusCode::NO_CONTENT)
}
