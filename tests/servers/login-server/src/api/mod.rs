//! The calls of the Login API.

mod confirm;
mod input;
mod login;
mod request;

use axum::{Router, routing::post};

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/password/reset/request", post(request::request_password_reset))
        .route("/password/reset/confirm", post(confirm::confirm_password_reset))
        .route("/login", post(login::log_in))
}
