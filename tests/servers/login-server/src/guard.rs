//! Restricts access to this machine, and to pages of the allowed origins.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts, uri::Authority},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tower_http::cors::{AllowOrigin, CorsLayer};

use crate::{app::App, config::AllowedOrigins};

/// Allows pages of the allowed origins, as the real service does: no `*`, no cookies, and no
/// request header except `Content-Type`.
pub fn cors(origins: &AllowedOrigins) -> CorsLayer {
    let origins = origins.clone();
    let is_allowed =
        move |origin: &HeaderValue, _: &Parts| origin.to_str().is_ok_and(|origin| origins.allow(origin));
    CorsLayer::new()
        .allow_origin(AllowOrigin::predicate(is_allowed))
        .allow_methods([Method::POST, Method::GET, Method::DELETE])
        .allow_headers([header::CONTENT_TYPE])
        .expose_headers([header::RETRY_AFTER])
}

/// Rejects requests from pages of other origins. CORS only keeps such a page from reading the response.
pub async fn allowed_origin_only(State(app): State<App>, request: Request, next: Next) -> Response {
    let origin = request.headers().get(header::ORIGIN);
    let is_allowed =
        |origin: &HeaderValue| origin.to_str().is_ok_and(|origin| app.config().allowed_origins.allow(origin));
    // Programs other than browsers send none.
    if origin.is_none_or(is_allowed) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "This is for pages of the allowed origins.\n").into_response()
    }
}

/// Rejects requests whose `Host` is not a name of this machine. A page on the internet can make its name
/// resolve to 127.0.0.1, but cannot make the browser send another `Host`.
pub async fn local_host_only(request: Request, next: Next) -> Response {
    let authority_is_local = request.uri().authority().is_none_or(|authority| is_local(authority.as_str()));
    if authority_is_local && names_local_host(request.headers()) {
        next.run(request).await
    } else {
        let rule = "This server serves localhost, 127.0.0.1 and [::1] only.\n";
        (StatusCode::MISDIRECTED_REQUEST, rule).into_response()
    }
}

fn names_local_host(headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.to_str().is_ok_and(is_local),
        _ => false,
    }
}

fn is_local(authority: &str) -> bool {
    !authority.contains('@')
        && authority.parse::<Authority>().is_ok_and(|authority| {
            let host = authority.host();
            host.eq_ignore_ascii_case("localhost") || matches!(host, "127.0.0.1" | "[::1]")
        })
}
