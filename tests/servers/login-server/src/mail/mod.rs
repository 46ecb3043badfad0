//! Writes the mail with the link to the form for a new password.

mod delivery;
mod html;
mod language;

use lettre::{
    Message,
    message::{
        Mailbox, MultiPart,
        header::{Header, HeaderName, HeaderValue},
    },
};
use serde::{Serialize, Serializer};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use url::Url;
use uuid::Uuid;

pub use self::delivery::Delivery;
use self::language::Texts;
pub use self::language::{Language, Locale};
use crate::{
    codes::{ResetCode, Secret},
    project::{Project, Storage},
    world::User,
};

const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// The input of a mail.
#[derive(Debug)]
pub struct MailInput<'a> {
    pub project: &'a Project,
    pub user: &'a User,
    pub code: &'a ResetCode,
    pub login_url: Option<&'a str>,
    pub locale: Option<&'a Locale>,
    pub reset_form: &'a Url,
    pub expires_at: OffsetDateTime,
}

/// A written mail.
#[derive(Debug, Clone, Serialize)]
pub struct Mail {
    pub project_id: Uuid,
    /// With `custom`, the partner's webhook was called before this mail.
    pub storage: Storage,
    pub to: String,
    pub from: String,
    pub subject: String,
    /// As requested.
    pub locale: Option<String>,
    pub language: Language,
    #[serde(serialize_with = "rfc3339")]
    pub sent_at: OffsetDateTime,
    pub link: Url,
    pub text: String,
    pub html: String,
    /// The whole message, as it goes over the wire.
    #[serde(skip)]
    pub message: Message,
}

/// Writes a mail in the language of the locale, English where none is given.
pub fn compose(input: &MailInput<'_>) -> Result<Mail, Box<dyn std::error::Error>> {
    let language = input.locale.map_or(Language::English, Locale::language);
    let texts = Texts::new(language, input.project.name, &input.user.username);
    let link = link(input);
    let text = plain_text(language, &texts, &link, input.expires_at);
    let html = html::page(language, &texts, &link, input.expires_at).into_string();
    let sender = input.project.storage.sender();
    let from = Mailbox::new(Some(sender.name.to_owned()), sender.email.parse()?);
    let to = Mailbox::new(None, input.user.email.parse()?);
    let message = Message::builder()
        .from(from.clone())
        .to(to)
        .subject(texts.subject.as_str())
        .header(ContentLanguage(language.tag().to_owned()))
        .message_id(None)
        .multipart(MultiPart::alternative_plain_html(text.clone(), html.clone()))?;
    Ok(Mail {
        project_id: input.project.id,
        storage: input.project.storage,
        to: input.user.email.clone(),
        from: from.to_string(),
        subject: texts.subject,
        locale: input.locale.map(|locale| locale.as_str().to_owned()),
        language,
        sent_at: OffsetDateTime::now_utc().truncate_to_millisecond(),
        link,
        text,
        html,
        message,
    })
}

/// The form for a new password, with everything that it must send back.
fn link(input: &MailInput<'_>) -> Url {
    let mut link = input.reset_form.clone();
    let mut query = link.query_pairs_mut();
    query
        .append_pair("project_id", &input.project.id.to_string())
        .append_pair("user_id", &input.user.id.to_string())
        .append_pair("reset_code", input.code.code.as_str());
    let optional = [
        ("verify_code", input.code.verify_code.as_ref().map(Secret::as_str)),
        ("login_url", input.login_url),
        ("locale", input.locale.map(Locale::as_str)),
    ];
    for (name, value) in optional {
        if let Some(value) = value {
            query.append_pair(name, value);
        }
    }
    drop(query);
    link
}

fn plain_text(language: Language, texts: &Texts, link: &Url, expires_at: OffsetDateTime) -> String {
    let Texts { greeting, intro, instruction, expiry, ignore, .. } = texts;
    let expires_at = match language.direction() {
        // Right-to-left text would reorder them.
        "rtl" => format!("{LEFT_TO_RIGHT_ISOLATE}{}{POP_DIRECTIONAL_ISOLATE}", shown(expires_at)),
        _ => shown(expires_at),
    };
    format!("{greeting}\n\n{intro}\n\n{instruction}\n{link}\n\n{expiry}\n{expires_at}\n\n{ignore}\n")
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

/// RFC 3282, section 2: the language of what the mail says.
#[derive(Debug, Clone)]
struct ContentLanguage(String);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}
