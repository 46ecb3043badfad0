//! The calls of the Login API.

use std::sync::Arc;

use axum::{Json, Router, extract::State, http::StatusCode, routing::post};
use serde_json::{Value, json};
use tracing::{error, info};
use uuid::Uuid;

use crate::{
    app::App,
    error::ApiError,
    input::Input,
    mail,
    projects::{Project, Storage, UnknownUsers},
    world::{ResetCode, User, World},
};

pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/password/reset/request", post(request_reset))
        .route("/password/reset/confirm", post(confirm_reset))
        .route("/login", post(log_in))
}

/// Sends a mail with a link to the form for a new password. Responds 204 whether the player exists or not, after
/// the same work, unless the project reveals unknown users.
async fn request_reset(State(app): State<Arc<App>>, mut input: Input) -> Result<StatusCode, ApiError> {
    let fields = input.project_id().zip(input.text("username"));
    let (login_url, locale) = (input.query("login_url"), input.query("locale"));
    let (project_id, username) = input.check(fields)?;
    let project = app.open_project(project_id).await?;
    project.check_login_url(login_url.as_deref())?;
    if locale.as_ref().is_some_and(|locale| locale.chars().count() < 2) {
        return Err(ApiError::Unprocessable("locale", "must be at least 2 characters"));
    }
    let mut world = app.world();
    let recipient = find_recipient(&mut world, project, &username)?;
    let user = recipient.as_deref().unwrap_or(&NOBODY);
    let code = ResetCode::random(project.storage == Storage::Custom, app.config.code_ttl)
        .map_err(|error| internal(&error))?;
    let mail = mail::compose(&app.config, project, user, &code, login_url.as_deref(), locale.as_deref())
        .map_err(|error| internal(&*error))?;
    if let Some(recipient) = recipient {
        if project.storage == Storage::Custom {
            info!("Called the partner's password-reset webhook (simulated; nothing left this machine).");
        }
        if let Some(delivery) = &app.delivery {
            delivery.send(mail.message.clone());
        }
        recipient.code = Some(code);
        world.mailbox.add(mail);
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Gets a mail that is not sent, so that an unknown username costs the same work.
static NOBODY: User = User {
    id: Uuid::nil(),
    project_id: Uuid::nil(),
    username: "nobody",
    email: "nobody@example.com",
    password: String::new(),
    code: None,
};

/// Counts the request and finds the player; `None` if there is none, and the project does not reveal that.
fn find_recipient<'a>(
    world: &'a mut World,
    project: &Project,
    username: &str,
) -> Result<Option<&'a mut User>, ApiError> {
    world.limiter.count(project.id, username).map_err(ApiError::AttemptsLimitExceeded)?;
    match (project.unknown_users, world.find_user(project.id, username)) {
        (_, Some(user)) if !user.is_deleted() => Ok(Some(user)),
        (UnknownUsers::Hidden, _) => Ok(None),
        (UnknownUsers::Revealed, Some(_)) => Err(ApiError::ObjectNotFound),
        (UnknownUsers::Revealed, None) => Err(ApiError::UserNotFound),
        (UnknownUsers::UnknownCode, _) => Err(ApiError::UnknownCode),
    }
}

fn internal(error: &dyn std::error::Error) -> ApiError {
    error!("The mail could not be composed: {error}");
    ApiError::Internal
}

/// Sets the new password and uses the code up. A rejected attempt leaves it valid.
async fn confirm_reset(State(app): State<Arc<App>>, mut input: Input) -> Result<StatusCode, ApiError> {
    let fields = input.project_id().zip(input.string("new_password")).zip(input.text("reset_code"));
    let user_id = input.optional_uuid("user_id");
    let verify_code = input.optional_string("verify_code");
    let ((project_id, new_password), reset_code) = input.check(fields)?;
    let project = app.open_project(project_id).await?;
    project.check_password(&new_password)?;

    let mut world = app.world();
    let user = world.find_user_with_code(project.id, &reset_code).ok_or(ApiError::ObjectNotFound)?;
    if user_id.is_some_and(|id| id != user.id) {
        return Err(ApiError::UserNotFound);
    }
    let expected = user.code.as_ref().and_then(|code| code.verify_code.as_ref());
    if expected.is_some() && verify_code.as_ref() != expected {
        return Err(ApiError::Unprocessable("verify_code", "must be the code that came with the link"));
    }
    user.password = new_password;
    user.code = None;
    Ok(StatusCode::NO_CONTENT)
}

/// Signs a player in, to show which password is valid. Responds with the URL to which the player goes next.
async fn log_in(State(app): State<Arc<App>>, mut input: Input) -> Result<Json<Value>, ApiError> {
    let fields = input.project_id().zip(input.text("username")).zip(input.text("password"));
    let ((project_id, username), password) = input.check(fields)?;
    let project = app.open_project(project_id).await?;
    app.world()
        .find_user(project.id, &username)
        .filter(|user| !user.is_deleted() && user.password == password)
        .ok_or(ApiError::WrongCredentials)?;
    Ok(Json(json!({ "login_url": project.callback_urls.first() })))
}
