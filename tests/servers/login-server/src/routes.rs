//! All routes, and their middleware.

use std::time::Instant;

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{Next, from_fn, from_fn_with_state, map_response},
    response::Response,
    routing::post,
};
use tracing::info;

use crate::{api, app::App, guard, pages};

/// The whole server, for a listener or for a test in the same process.
pub fn router(app: App) -> Router {
    let cors = guard::cors(&app.config().allowed_origins);
    Router::new()
        .nest("/api", api::routes())
        .merge(pages::routes())
        .route("/test/reset", post(reset).layer(from_fn_with_state(app.clone(), guard::allowed_origin_only)))
        .fallback(pages::not_found)
        .with_state(app)
        .layer(map_response(no_store))
        .layer(cors)
        .layer(from_fn(guard::local_host_only))
        .layer(from_fn(log))
}

/// For tests: restores the state at start.
async fn reset(State(app): State<App>) -> StatusCode {
    app.reset();
    StatusCode::NO_CONTENT
}

async fn no_store(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Logs a line for each request, without query and body, which contain names and codes.
async fn log(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let start = Instant::now();
    let response = next.run(request).await;
    info!("{method} {path} {} in {} ms", response.status().as_u16(), start.elapsed().as_millis());
    response
}
