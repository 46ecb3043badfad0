//! The layout of all pages.

use maud::{DOCTYPE, Markup, html};

/// A page's position in the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Overview,
    Mailbox,
    Elsewhere,
}

/// A whole page.
pub fn page(title: &str, place: Place, content: &Markup) -> Markup {
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
                        (nav_link("/", "Overview", place == Place::Overview))
                        (nav_link("/mailbox", "Mailbox", place == Place::Mailbox))
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

fn nav_link(href: &str, name: &str, current: bool) -> Markup {
    html! { a href=(href) aria-current=[current.then_some("page")] { (name) } }
}
