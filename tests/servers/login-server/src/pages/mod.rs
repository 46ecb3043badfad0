//! The pages to look at, and the mailbox for programs.

mod layout;
mod mailbox;

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::map_response,
    response::{IntoResponse, Response},
    routing::get,
};
use maud::{Markup, html};

use self::layout::{Place, page};
use crate::{app::App, banner};

/// No script, no inline style, nothing from elsewhere; a mail is shown in a separate frame.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; \
                           base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A mail contains its styles. Nothing else runs or loads; its links open outside the frame.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
                           form-action 'none'; frame-ancestors 'self'; \
                           sandbox allow-popups allow-popups-to-escape-sandbox";

pub fn routes() -> Router<App> {
    let pages = Router::new()
        .route("/", get(overview))
        .route("/mailbox", get(mailbox::list).delete(mailbox::empty))
        .route("/mailbox/{id}", get(mailbox::show))
        .layer(map_response(async |response: Response| with_policy(response, PAGE_POLICY)));
    let parts = Router::new()
        .route("/mailbox/{id}/html", get(mailbox::html_part))
        .layer(map_response(async |response: Response| with_policy(response, MAIL_POLICY)));
    Router::new()
        .merge(pages)
        .merge(parts)
        .route("/mailbox.json", get(mailbox::json))
        .route("/style.css", get(asset("text/css; charset=utf-8", include_str!("style.css"))))
        .route("/icon.svg", get(asset("image/svg+xml", include_str!("icon.svg"))))
}

async fn overview(State(app): State<App>, headers: HeaderMap) -> Markup {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let content = html! {
        h1 { "Xsolla Login, on your machine" }
        p { a.button href="/mailbox" { "Open the mailbox" } }
        pre { (banner::overview(&app, &format!("http://{host}"))) }
    };
    page("Overview", Place::Overview, &content)
}

pub async fn not_found() -> Response {
    let content = html! {
        h1 { "There is nothing here" }
        p { "The mailbox may have been emptied, or the address is another." }
        p { a.button href="/" { "To the overview" } }
    };
    let response = (StatusCode::NOT_FOUND, page("Not found", Place::Elsewhere, &content));
    with_policy(response.into_response(), PAGE_POLICY)
}

fn with_policy(mut response: Response, policy: &'static str) -> Response {
    let headers = [
        (header::CONTENT_SECURITY_POLICY, policy),
        // A link in a mail carries its code; the page it leads to need not pass it on.
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    for (name, value) in headers {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

type Asset = ([(HeaderName, &'static str); 1], &'static str);

fn asset(
    content_type: &'static str,
    content: &'static str,
) -> impl Fn() -> std::future::Ready<Asset> + Clone {
    move || std::future::ready(([(header::CONTENT_TYPE, content_type)], content))
}
