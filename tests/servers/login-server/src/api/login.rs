//! `POST /login`: signs a player in, to show which password is valid.

use axum::{Json, extract::State};
use serde::Serialize;

use super::input::Input;
use crate::{app::App, error::ApiError};

#[derive(Debug, Serialize)]
pub struct SignedIn {
    login_url: String,
}

/// Responds with the URL to which the player goes next.
pub async fn log_in(State(app): State<App>, mut input: Input) -> Result<Json<SignedIn>, ApiError> {
    let fields = input.project_id().zip(input.text("username")).zip(input.text("password"));
    let ((project_id, username), password) = input.check(fields)?;
    let project = app.open_project(project_id).await?;
    app.world()
        .find_user(project.id, &username)
        .filter(|user| !user.deleted && user.password == password)
        .ok_or(ApiError::WrongCredentials)?;
    Ok(Json(SignedIn { login_url: project.callback_urls.default_url().to_owned() }))
}
