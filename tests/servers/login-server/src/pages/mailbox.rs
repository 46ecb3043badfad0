//! `/mailbox`: the mails that were "sent".

use std::{collections::HashMap, sync::Arc};

use axum::{
    Json,
    extract::{Path, Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use maud::{Markup, PreEscaped, html};

use super::{NotFound, not_found, page};
use crate::{
    app::App,
    mail::{Mail, shown, stamp},
};

/// All mails, or those to the address `to`.
pub async fn json(
    State(app): State<Arc<App>>,
    Query(filter): Query<HashMap<String, String>>,
) -> Json<Vec<Mail>> {
    Json(app.world().mailbox.list(filter.get("to").map(String::as_str)))
}

pub async fn empty(State(app): State<Arc<App>>) -> StatusCode {
    app.world().mailbox.empty();
    StatusCode::NO_CONTENT
}

pub async fn list(State(app): State<Arc<App>>) -> Markup {
    let mails = app.world().mailbox.list(None);
    let content = html! {
        div.heading {
            h1 { "Mailbox" }
            a.button href="/mailbox" { "Look again" }
        }
        @if mails.is_empty() {
            div.empty {
                p { strong { "No mail yet." } }
                p { "Ask for a password reset, then look again. Unknown players get no mail." }
            }
        } @else {
            p { "Newest first. New mail shows when you look again." }
            ol.mails { @for mail in &mails { li { (summary(&app, mail)) } } }
        }
    };
    page("Mailbox", Some("/mailbox"), &content)
}

fn summary(app: &App, mail: &Mail) -> Markup {
    html! {
        h2 { a href={ "/mailbox/" (mail.id) } { (in_its_language(mail, &mail.subject)) } }
        p.meta {
            span { "To " (mail.to) }
            span { (project_name(app, mail)) }
            span { (mail.storage.name()) " storage" }
            (time(mail))
        }
    }
}

/// `/mailbox/{id}`, or the raw message where `.eml` follows the id.
pub async fn show(State(app): State<Arc<App>>, Path(name): Path<String>) -> Result<Response, NotFound> {
    let Some(id) = name.strip_suffix(".eml") else {
        return Ok(one(&app, &find(&app, &name)?).into_response());
    };
    let raw = find(&app, id)?.message.formatted();
    Ok(([(header::CONTENT_TYPE, "message/rfc822")], raw).into_response())
}

/// A mail contains its styles. Nothing else runs or loads; its links open outside the frame.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
                           form-action 'none'; frame-ancestors 'self'; \
                           sandbox allow-popups allow-popups-to-escape-sandbox";

pub async fn html_part(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
) -> Result<impl IntoResponse, NotFound> {
    Ok(([(header::CONTENT_SECURITY_POLICY, MAIL_POLICY)], PreEscaped(find(&app, &id)?.html)))
}

fn find(app: &App, id: &str) -> Result<Mail, NotFound> {
    id.parse().ok().and_then(|id| app.world().mailbox.find(id)).ok_or_else(not_found)
}

fn one(app: &App, mail: &Mail) -> Markup {
    let content = html! {
        p { a href="/mailbox" { "All mails" } }
        h1 { (in_its_language(mail, &mail.subject)) }
        dl.rows {
            div { dt { "From" } dd { (mail.from) } }
            div { dt { "To" } dd { (mail.to) } }
            div { dt { "Sent" } dd { (time(mail)) } }
            div { dt { "Project" } dd { (project_name(app, mail)) ", " (mail.storage.name()) " storage" } }
            div {
                dt { "Language" }
                dd { (mail.language) @if let Some(locale) = &mail.locale { ", requested as " code { (locale) } } }
            }
        }
        section aria-labelledby="link" {
            h2 #link { "Link to the form for a new password" }
            p.link { a href=(mail.link) { (mail.link) } }
        }
        section aria-labelledby="html" {
            h2 #html { "As HTML" }
            iframe src={ "/mailbox/" (mail.id) "/html" } title="The mail as HTML"
                sandbox="allow-popups allow-popups-to-escape-sandbox" {}
        }
        section aria-labelledby="text" {
            h2 #text { "As plain text" }
            pre lang=(mail.language) dir=(mail.direction) { (mail.text) }
        }
        p { a href={ "/mailbox/" (mail.id) ".eml" } { "The whole message (.eml)" } }
    };
    page(&mail.subject, Some("/mailbox"), &content)
}

fn in_its_language(mail: &Mail, text: &str) -> Markup {
    html! { span lang=(mail.language) dir=(mail.direction) { (text) } }
}

fn project_name(app: &App, mail: &Mail) -> &'static str {
    app.project(mail.project_id).map_or("unknown project", |project| project.name)
}

fn time(mail: &Mail) -> Markup {
    html! { time datetime=(stamp(mail.sent_at)) { (shown(mail.sent_at)) } }
}
