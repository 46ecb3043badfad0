//! `POST /password/reset/request`: sends a mail with a link to the form for a new password.

use axum::{extract::State, http::StatusCode};
use time::OffsetDateTime;
use tracing::{error, info};
use uuid::Uuid;

use super::input::Input;
use crate::{
    app::App,
    codes::ResetCode,
    error::ApiError,
    mail::{self, Locale, Mail, MailInput},
    project::{Project, Storage, UnknownUsers},
    world::User,
};

/// Responds 204 whether the player exists or not, after the same work, unless the project reveals
/// unknown users.
pub async fn request_password_reset(
    State(app): State<App>,
    mut input: Input,
) -> Result<StatusCode, ApiError> {
    let fields = input.project_id().zip(input.text("username"));
    let (login_url, locale) = (input.query("login_url"), input.query("locale"));
    let (project_id, username) = input.check(fields)?;
    let project = app.open_project(project_id).await?;
    project.callback_urls.check(login_url.as_deref())?;
    let locale = locale.as_deref().map(parse_locale).transpose()?;
    let user = find_user(&app, project, &username)?;
    let known = user.is_some();

    let user = user.unwrap_or_else(|| dummy_user(project));
    let (code, mail) = write(&app, project, &user, login_url.as_deref(), locale.as_ref())?;
    if known {
        send(&app, code, mail);
    }
    Ok(StatusCode::NO_CONTENT)
}

fn parse_locale(text: &str) -> Result<Locale, ApiError> {
    Locale::parse(text).ok_or_else(|| ApiError::unprocessable("locale", Locale::RULE))
}

/// Counts the request and finds the player; `None` if there is none, and the project does not reveal that.
fn find_user(app: &App, project: &Project, username: &str) -> Result<Option<User>, ApiError> {
    let world = app.world();
    world
        .limiter
        .count(project.id, username)
        .map_err(|retry_after| ApiError::AttemptsLimitExceeded { retry_after })?;
    let user = world.find_user(project.id, username);
    match (project.unknown_users, user) {
        (_, Some(user)) if !user.deleted => Ok(Some(user.clone())),
        (UnknownUsers::Hidden, _) => Ok(None),
        (UnknownUsers::Revealed, Some(_)) => Err(ApiError::ObjectNotFound),
        (UnknownUsers::Revealed, None) => Err(ApiError::UserNotFound),
        (UnknownUsers::UnknownCode, _) => Err(ApiError::UnknownCode),
    }
}

/// A dummy user, so that an unknown username costs the same work.
fn dummy_user(project: &Project) -> User {
    User {
        id: Uuid::nil(),
        project_id: project.id,
        username: "nobody".to_owned(),
        email: "nobody@example.com".to_owned(),
        password: String::new(),
        deleted: false,
    }
}

fn write(
    app: &App,
    project: &Project,
    user: &User,
    login_url: Option<&str>,
    locale: Option<&Locale>,
) -> Result<(ResetCode, Mail), ApiError> {
    let config = app.config();
    let with_verify_code = project.storage == Storage::Custom;
    let code = ResetCode::random(project.id, user.id, with_verify_code, config.code_ttl)
        .map_err(|error| internal(&error))?;
    let input = MailInput {
        project,
        user,
        code: &code,
        login_url,
        locale,
        reset_form: &config.reset_form,
        expires_at: OffsetDateTime::now_utc() + config.code_ttl,
    };
    let mail = mail::compose(&input).map_err(|error| internal(&*error))?;
    Ok((code, mail))
}

fn internal(error: &dyn std::error::Error) -> ApiError {
    error!("The mail could not be composed: {error}");
    ApiError::Internal
}

fn send(app: &App, code: ResetCode, mail: Mail) {
    if mail.storage == Storage::Custom {
        info!("Called the partner's password-reset webhook (simulated; nothing left this machine).");
    }
    if let Some(delivery) = app.delivery() {
        delivery.send(mail.message.clone());
    }
    let mut world = app.world();
    world.codes.issue(code);
    world.mailbox.add(mail);
}
