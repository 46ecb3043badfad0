//! `POST /login`: signs a player in, to show which password is valid.

use axum::{Json, extract::State};
use serde::Serialize;
use uuid::Uuid;

use super::input::Input;
use crate::{app::App, error::ApiError};

struct LoginInput {
    project_id: Uuid,
    username: String,
    password: String,
}

impl LoginInput {
    fn parse(mut input: Input) -> Result<Self, ApiError> {
        let project_id = input.project_id();
        let username = input.text("username");
        let password = input.text("password");
        let fields = project_id.zip(username).zip(password);
        let ((project_id, username), password) = input.check(fields)?;
        Ok(Self { project_id, username, password })
    }
}

#[derive(Debug, Serialize)]
pub struct SignedIn {
    login_url: String,
}

/// Responds with the URL to which the player goes next.
pub async fn log_in(State(app): State<App>, input: Input) -> Result<Json<SignedIn>, ApiError> {
    let input = LoginInput::parse(input)?;
    let project = app.open_project(input.project_id).await?;
    app.world()
        .find_user(project.id, &input.username)
        .filter(|user| !user.deleted && user.password == input.password)
        .ok_or(ApiError::WrongCredentials)?;
    Ok(Json(SignedIn { login_url: project.callback_urls.default_url().to_owned() }))
}
