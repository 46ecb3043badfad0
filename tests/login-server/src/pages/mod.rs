//! The pages to look at.
use axum::{
    Json, Router,
    extract::{Query, State},
    http::StatusCode,
    response::IntoResponse,
    routing::get,
};
use serde::Deserialize;

use crate::{app::App, mailbox::Entry};

pub fn routes() -> Router<App> {
    Router::new().route("/mailbox", get(|| async { "todo" }).delete(empty)).route("/mailbox.json", get(json))
}

#[derive(Debug, Deserialize)]
pub struct Filter {
    to: Option<String>,
}

async fn json(State(app): State<App>, Query(filter): Query<Filter>) -> Json<Vec<Entry>> {
    Json(app.world().mailbox.list(filter.to.as_deref()))
}

async fn empty(State(app): State<App>) -> StatusCode {
    app.world().mailbox.empty();
    StatusCode::NO_CONTENT
}

pub async fn not_found() -> impl IntoResponse {
    (StatusCode::NOT_FOUND, "Not found")
}
