//! The mail as HTML.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use time::OffsetDateTime;
use url::Url;

use super::{
    language::{Language, Texts},
    shown,
};

const STYLE: &str = include_str!("mail.css");

/// A complete page. Links open outside the frame in which the mailbox shows it.
pub fn page(language: Language, texts: &Texts, link: &Url, expires_at: OffsetDateTime) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(language.tag()) dir=(language.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                base target="_blank";
                title { (texts.subject) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (texts.subject) }
                    p { (texts.greeting) }
                    p { (texts.intro) }
                    p { a.action href=(link) rel="noopener noreferrer" { (texts.action) } }
                    p.small { (texts.expiry) " " bdi { (shown(expires_at)) } }
                    p.small { (texts.ignore) }
                }
            }
        }
    }
}
