//! `/`: the overview page.

use axum::extract::State;
use maud::{Markup, html};

use super::layout::{Place, page};
use crate::{
    app::App,
    project::Project,
    seeds::{self, SeedUser},
};

/// Method and path → what it is for.
const ROUTES: [(&str, &str); 7] = [
    ("POST /api/password/reset/request", "Sends a mail with a link to the form for a new password."),
    ("POST /api/password/reset/confirm", "Sets the new password, once for each code."),
    ("POST /api/login", "Signs a player in."),
    ("GET /mailbox.json", "The mails as JSON, newest first; ?to= keeps those to one address."),
    ("GET /mailbox/{id}.eml", "One mail as it goes over the wire."),
    ("DELETE /mailbox", "Throws all mails away."),
    ("POST /test/reset", "Puts everything back to how it was at start."),
];

pub async fn show(State(app): State<App>) -> Markup {
    let content = html! {
        h1 { "Xsolla Login, on your machine" }
        p.lead {
            "A stand-in for trying a password reset from end to end. It keeps everything in memory, "
            "and the mail that it sends waits in the mailbox."
        }
        p { a.button href="/mailbox" { "Open the mailbox" } }
        section aria-labelledby="projects" {
            h2 #projects { "Projects" }
            ul.cards { @for project in app.projects() { li.card { (project_card(project)) } } }
        }
        section aria-labelledby="players" {
            h2 #players { "Players" }
            p { "Every project has these players, who go by username or email. The passwords are those at start." }
            dl.rows { @for user in &seeds::USERS { div { (player_row(user)) } } }
        }
        section aria-labelledby="settings" {
            h2 #settings { "Settings" }
            p { "Set through the environment when the server starts." }
            dl.rows {
                @for (name, value) in app.config().shown() {
                    div { dt { code { (name) } } dd { (value) } }
                }
            }
        }
        section aria-labelledby="routes" {
            h2 #routes { "Routes" }
            dl.rows {
                @for (route, purpose) in ROUTES { div { dt { code { (route) } } dd { (purpose) } } }
            }
        }
    };
    page("Overview", Place::Overview, &content)
}

fn project_card(project: &Project) -> Markup {
    html! {
        h3 { (project.name) }
        p { (project.note) "." }
        dl {
            div { dt { "Storage" } dd { (project.storage.name()) } }
            div { dt { "Project ID" } dd { code { (project.id) } } }
            div {
                dt { "Callback URLs" }
                @for url in project.callback_urls.iter() { dd { code { (url) } } }
            }
        }
    }
}

fn player_row(user: &SeedUser) -> Markup {
    html! {
        dt { strong { (user.username) } }
        dd.pair {
            span { (user.email) }
            @if user.deleted { span { "deleted account" } } @else { code { (user.password) } }
        }
    }
}
