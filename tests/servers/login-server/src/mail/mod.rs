//! Writes the mail with the link to the form for a new password, and sends it to an SMTP server.

mod languages;

use std::{error::Error, time::Duration};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        MultiPart,
        header::{HeaderName, HeaderValue},
    },
    transport::smtp,
};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde::{Serialize, Serializer};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use tracing::{info, warn};
use url::Url;
use uuid::Uuid;

use self::languages::{Language, language};
use crate::{
    config::{Config, without_password},
    projects::{Project, Storage},
    world::{ResetCode, User},
};

const LEFT_TO_RIGHT_ISOLATE: &str = "\u{2066}";
const POP_DIRECTIONAL_ISOLATE: &str = "\u{2069}";

/// A written mail, as `/mailbox.json` shows it.
#[derive(Clone, Serialize)]
pub struct Mail {
    /// Given by the mailbox.
    pub id: u64,
    pub project_id: Uuid,
    /// With `custom`, the partner's webhook was called before this mail.
    pub storage: Storage,
    pub to: &'static str,
    pub from: &'static str,
    pub subject: String,
    /// As requested.
    pub locale: Option<String>,
    pub language: &'static str,
    #[serde(skip)]
    pub direction: &'static str,
    #[serde(serialize_with = "rfc3339")]
    pub sent_at: OffsetDateTime,
    pub link: Url,
    pub text: String,
    pub html: String,
    /// The whole message, as it goes over the wire.
    #[serde(skip)]
    pub message: Message,
}

/// Writes a mail in the language of the locale.
pub fn compose(
    config: &Config,
    project: &Project,
    user: &User,
    code: &ResetCode,
    login_url: Option<&str>,
    locale: Option<&str>,
) -> Result<Mail, Box<dyn Error>> {
    let language = language(locale);
    let named = |text: &str| text.replace("{project}", project.name).replace("{player}", user.username);
    let texts = [language.subject, language.greeting, language.intro].map(named);

    // The form for a new password, with everything that it must send back.
    let mut link = config.reset_form.clone();
    let (project_id, user_id) = (project.id.to_string(), user.id.to_string());
    let parameters = [
        ("project_id", Some(project_id.as_str())),
        ("user_id", Some(&user_id)),
        ("reset_code", Some(&code.text)),
        ("verify_code", code.verify_code.as_deref()),
        ("login_url", login_url),
        ("locale", locale),
    ];
    let present = parameters.into_iter().filter_map(|(name, value)| Some((name, value?)));
    link.query_pairs_mut().extend_pairs(present);

    let now = OffsetDateTime::now_utc();
    let expires_at = shown(now + config.code_ttl);
    let text = plain_text(language, &texts, &link, &expires_at);
    let html = html_page(language, &texts, &link, &expires_at).into_string();
    let (from, to) = (project.storage.sender(), user.email);
    let [subject, ..] = texts;
    let content_language = HeaderName::new_from_ascii_str("Content-Language");
    let message = Message::builder()
        .from(from.parse()?)
        .to(to.parse()?)
        .subject(subject.as_str())
        .raw_header(HeaderValue::new(content_language, language.tag.to_owned()))
        .message_id(None)
        .multipart(MultiPart::alternative_plain_html(text.clone(), html.clone()))?;
    Ok(Mail {
        id: 0,
        project_id: project.id,
        storage: project.storage,
        to,
        from,
        subject,
        locale: locale.map(str::to_owned),
        language: language.tag,
        direction: language.direction,
        sent_at: now.truncate_to_millisecond(),
        link,
        text,
        html,
        message,
    })
}

fn plain_text(
    language: &Language,
    [_, greeting, intro]: &[String; 3],
    link: &Url,
    expires_at: &str,
) -> String {
    let Language { direction, instruction, expiry, ignore, .. } = language;
    // Right-to-left text would reorder it.
    let [open, close] =
        if *direction == "rtl" { [LEFT_TO_RIGHT_ISOLATE, POP_DIRECTIONAL_ISOLATE] } else { [""; 2] };
    format!(
        "{greeting}\n\n{intro}\n\n{instruction}\n{link}\n\n{expiry}\n{open}{expires_at}{close}\n\n{ignore}\n"
    )
}

/// The mail as a page. Links open outside the frame in which the mailbox shows it.
fn html_page(
    language: &Language,
    [subject, greeting, intro]: &[String; 3],
    link: &Url,
    expires_at: &str,
) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(language.tag) dir=(language.direction) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                base target="_blank";
                title { (subject) }
                style { (PreEscaped(include_str!("mail.css"))) }
            }
            body {
                main {
                    h1 { (subject) }
                    p { (greeting) }
                    p { (intro) }
                    p { a.action href=(link) rel="noopener noreferrer" { (language.action) } }
                    p.small { (language.expiry) " " bdi { (expires_at) } }
                    p.small { (language.ignore) }
                }
            }
        }
    }
}

/// A point in time for people, in UTC. It has no words, so it fits every language.
pub fn shown(at: OffsetDateTime) -> String {
    let format = time::macros::format_description!("[year]-[month]-[day] [hour]:[minute]:[second] UTC");
    at.format(format).unwrap_or_default()
}

/// A point in time for programs.
pub fn stamp(at: OffsetDateTime) -> String {
    at.format(&Rfc3339).unwrap_or_default()
}

fn rfc3339<S: Serializer>(at: &OffsetDateTime, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&stamp(*at))
}

/// Sends mails to a real SMTP server.
pub struct Delivery {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    /// Without its password.
    server: String,
}

impl Delivery {
    /// Prepares to send; no connection is made yet.
    pub fn to(server: &Url) -> Result<Self, smtp::Error> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(server.as_str())?;
        let transport = transport.timeout(Some(Duration::from_secs(10))).build();
        Ok(Self { transport, server: without_password(server) })
    }

    /// Sends in the background, without affecting the HTTP response; how that went is logged.
    pub fn send(&self, message: Message) {
        let (transport, server) = (self.transport.clone(), self.server.clone());
        tokio::spawn(async move {
            match transport.send(message).await {
                Ok(_) => info!("Delivered a mail to {server}."),
                Err(error) => warn!("No mail was delivered to {server}: {error}"),
            }
        });
    }
}
