//! Restricts access to this machine, and to pages of the allowed origins.

use std::sync::Arc;

use axum::{
    extract::Request,
    http::{HeaderValue, Method, StatusCode, header, uri::Authority},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tower_http::cors::{AllowOrigin, CorsLayer};

use crate::app::App;

/// Allows pages of the allowed origins, as the real service does: no `*`, no cookies, and no
/// request header except `Content-Type`.
pub fn cors(app: Arc<App>) -> CorsLayer {
    CorsLayer::new()
        .allow_origin(AllowOrigin::predicate(move |origin, _| is_allowed(&app, origin)))
        .allow_methods([Method::POST, Method::GET, Method::DELETE])
        .allow_headers([header::CONTENT_TYPE])
        .expose_headers([header::RETRY_AFTER])
}

pub fn is_allowed(app: &App, origin: &HeaderValue) -> bool {
    origin.to_str().is_ok_and(|origin| app.config.allowed_origins.allow(origin))
}

/// Rejects requests whose `Host` is not a name of this machine. A page on the internet can make its name
/// resolve to 127.0.0.1, but cannot make the browser send another `Host`.
pub async fn local_host_only(request: Request, next: Next) -> Response {
    let hosts = request.headers().get_all(header::HOST);
    let has_one = hosts.iter().count() == 1;
    let authority = request.uri().authority().map(Authority::as_str);
    let mut names = hosts.iter().map(|host| host.to_str().unwrap_or_default()).chain(authority);
    if has_one && names.all(is_local) {
        next.run(request).await
    } else {
        let rule = "This server serves localhost, 127.0.0.1 and [::1] only.\n";
        (StatusCode::MISDIRECTED_REQUEST, rule).into_response()
    }
}

fn is_local(authority: &str) -> bool {
    !authority.contains('@')
        && authority.parse::<Authority>().is_ok_and(|authority| {
            let host = authority.host();
            host.eq_ignore_ascii_case("localhost") || matches!(host, "127.0.0.1" | "[::1]")
        })
}
