//! The pages to look at, and the mailbox for programs.

mod mailbox;

use std::{fmt, sync::Arc};

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    routing::get,
};
use maud::{DOCTYPE, Markup, html};

use crate::{
    app::App,
    projects::{DELETED, PASSWORD, PLAYERS},
};

/// No script, no inline style, nothing from elsewhere; a mail is shown in a separate frame.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; \
                          base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub fn routes() -> Router<Arc<App>> {
    let style = ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("style.css"));
    let icon = ([(header::CONTENT_TYPE, "image/svg+xml")], include_str!("icon.svg"));
    Router::new()
        .route("/", get(overview))
        .route("/mailbox", get(mailbox::list).delete(mailbox::empty))
        .route("/mailbox/{id}", get(mailbox::show))
        .route("/mailbox/{id}/html", get(mailbox::html_part))
        .route("/mailbox.json", get(mailbox::json))
        .route("/style.css", get(style))
        .route("/icon.svg", get(icon))
}

async fn overview(State(app): State<Arc<App>>, headers: HeaderMap) -> Markup {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let overview = Overview { app: &app, here: &format!("http://{host}") };
    let content = html! {
        h1 { "Xsolla Login, on your machine" }
        p { a.button href="/mailbox" { "Open the mailbox" } }
        pre { (overview.to_string()) }
    };
    page("Overview", Some("/"), &content)
}

/// The response for what is not there.
pub type NotFound = (StatusCode, Markup);

pub fn not_found() -> NotFound {
    let content = html! {
        h1 { "There is nothing here" }
        p { "The mailbox may have been emptied, or the address is another." }
        p { a.button href="/" { "To the overview" } }
    };
    (StatusCode::NOT_FOUND, page("Not found", None, &content))
}

/// A whole page. `place` is the address in the navigation to which it belongs.
fn page(title: &str, place: Option<&str>, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · Local Login server" }
                link rel="icon" href="/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/style.css";
            }
            body {
                a.skip href="#content" { "Skip to the content" }
                header.top {
                    p.brand {
                        img src="/icon.svg" alt="" width="28" height="28";
                        "Local Login server"
                    }
                    nav aria-label="Pages" {
                        @for (href, name) in [("/", "Overview"), ("/mailbox", "Mailbox")] {
                            a href=(href) aria-current=[(place == Some(href)).then_some("page")] { (name) }
                        }
                    }
                }
                main #content tabindex="-1" { (content) }
                footer {
                    p { "For local use only. It serves this machine only; never expose it to the internet." }
                }
            }
        }
    }
}

/// The server, its addresses and its content: printed at start, and shown at `/`.
#[derive(Debug)]
pub struct Overview<'a> {
    /// The server.
    pub app: &'a App,
    /// Its origin.
    pub here: &'a str,
}

impl fmt::Display for Overview<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { app, here } = self;
        writeln!(f, "Local Login server: a stand-in for Xsolla Login, in memory.")?;
        writeln!(f, "FOR LOCAL USE ONLY. It serves this machine only; never expose it to the internet.")?;
        writeln!(f, "\n  Overview  {here}/\n  Mailbox   {here}/mailbox\n  API       {here}/api\n")?;
        writeln!(f, "  {:<13} {:<36}  {:<8} Good for trying", "Project", "Project ID", "Storage")?;
        for project in &app.projects {
            let storage = project.storage.name();
            writeln!(f, "  {:<13} {}  {storage:<8} {}", project.name, project.id, project.note)?;
        }
        writeln!(f, "\n  {:<13} {:<18} Password (in every project)", "Player", "Email")?;
        for (username, email) in PLAYERS {
            let deleted = if username == DELETED { "  (deleted account)" } else { "" };
            writeln!(f, "  {username:<13} {email:<18} {PASSWORD}{deleted}")?;
        }
        writeln!(f)?;
        for (name, value) in app.config.shown() {
            writeln!(f, "  {name:<27} {value}")?;
        }
        Ok(())
    }
}
