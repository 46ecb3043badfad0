//! A Login project: where its players are stored and how it responds.

use std::time::Duration;

use serde::Serialize;
use uuid::Uuid;

use crate::error::ApiError;

/// A Login project, as it is set up in Publisher Account.
#[derive(Debug, Clone)]
pub struct Project {
    pub id: Uuid,
    pub name: &'static str,
    pub storage: Storage,
    pub callback_urls: CallbackUrls,
    pub unknown_users: UnknownUsers,
    pub passwords: Passwords,
    /// The delay before every response.
    pub delay: Duration,
    /// The purpose of this project.
    pub note: &'static str,
}

/// Where a project keeps its players.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Storage {
    Xsolla,
    Custom,
    PlayFab,
}

impl Storage {
    pub fn name(self) -> &'static str {
        match self {
            Self::Xsolla => "Xsolla",
            Self::Custom => "custom",
            Self::PlayFab => "PlayFab",
        }
    }

    /// The sender of the mail: with PlayFab storage the reset is done on PlayFab's side.
    pub fn sender(self) -> Sender {
        match self {
            Self::Xsolla | Self::Custom => Sender { name: "Xsolla Login", email: "no-reply@login.example" },
            Self::PlayFab => Sender { name: "PlayFab", email: "no-reply@playfab.example" },
        }
    }
}

/// The sender of a mail.
#[derive(Debug, Clone, Copy)]
pub struct Sender {
    pub name: &'static str,
    pub email: &'static str,
}

/// The response to a request for an unknown user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownUsers {
    /// The same as for a known user.
    Hidden,
    /// Not found.
    Revealed,
    /// Not found, with a code that is not in the catalogue.
    UnknownCode,
}

/// The passwords that a project accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passwords {
    /// 6 to 100 characters.
    Any,
    /// The same, but at least 10, with a small and a capital letter, 2 digits and one of `!#$%&*?@`, and without `<` and `>`.
    Strict,
}

impl Passwords {
    /// Checks a password; fails with the rule.
    pub fn check(self, password: &str) -> Result<(), &'static str> {
        let count = |is_one: fn(&char) -> bool| password.chars().filter(is_one).count();
        if !(6..=100).contains(&password.chars().count()) {
            return Err("must be 6 to 100 characters");
        }
        let is_strong = password.chars().count() >= 10
            && count(char::is_ascii_lowercase) >= 1
            && count(char::is_ascii_uppercase) >= 1
            && count(char::is_ascii_digit) >= 2
            && password.contains(|c| "!#$%&*?@".contains(c))
            && !password.contains(['<', '>']);
        match self {
            Self::Strict if !is_strong => Err("must meet the policy of the project"),
            Self::Any | Self::Strict => Ok(()),
        }
    }
}

/// The registered Callback URLs of a project; at least one.
#[derive(Debug, Clone)]
pub struct CallbackUrls(pub Vec<String>);

impl CallbackUrls {
    /// The URL to which players return if the request names none.
    pub fn default_url(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }

    /// Checks the `login_url` of a request: it must equal a registered URL exactly, and may be omitted only if
    /// one is registered.
    pub fn check(&self, login_url: Option<&str>) -> Result<(), ApiError> {
        match login_url {
            None if self.0.len() == 1 => Ok(()),
            None => Err(ApiError::LoginUrlMissing),
            Some(asked) if self.0.iter().any(|url| url == asked) => Ok(()),
            Some(_) => Err(ApiError::LoginUrlUnknown),
        }
    }
}
