//! The projects and players that exist at start, with fixed ids.

use std::time::Duration;

use serde::Serialize;
use uuid::{Uuid, uuid};

use crate::error::ApiError;

/// A Login project, as it is set up in Publisher Account.
pub struct Project {
    pub id: Uuid,
    pub name: &'static str,
    /// The purpose of this project.
    pub note: &'static str,
    pub storage: Storage,
    /// The registered Callback URLs; at least one.
    pub callback_urls: Vec<String>,
    pub unknown_users: UnknownUsers,
    /// Whether it has a password policy.
    pub strict_passwords: bool,
    /// The delay before every response.
    pub delay: Duration,
}

/// Where a project keeps its players.
#[derive(Clone, Copy, PartialEq, Serialize)]
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
    pub fn sender(self) -> &'static str {
        match self {
            Self::Xsolla | Self::Custom => "Xsolla Login <no-reply@login.example>",
            Self::PlayFab => "PlayFab <no-reply@playfab.example>",
        }
    }
}

/// The response to a request for an unknown user.
#[derive(Clone, Copy)]
pub enum UnknownUsers {
    /// The same as for a known user.
    Hidden,
    /// Not found.
    Revealed,
    /// Not found, with a code that is not in the catalogue.
    UnknownCode,
}

impl Project {
    /// Checks the `login_url` of a request: it must equal a registered URL exactly, and may be omitted only if
    /// one is registered.
    pub fn check_login_url(&self, login_url: Option<&str>) -> Result<(), ApiError> {
        match login_url {
            None if self.callback_urls.len() == 1 => Ok(()),
            None => Err(ApiError::LoginUrlMissing),
            Some(asked) if self.callback_urls.iter().any(|url| url == asked) => Ok(()),
            Some(_) => Err(ApiError::LoginUrlUnknown),
        }
    }

    /// Checks a new password: 6 to 100 characters. A policy demands at least 10, with a small and a capital letter, 2
    /// digits and one of `!#$%&*?@`, and without `<` and `>`.
    pub fn check_password(&self, password: &str) -> Result<(), ApiError> {
        let length = password.chars().count();
        let count = |is_one: fn(&char) -> bool| password.chars().filter(is_one).count();
        let meets_policy = length >= 10
            && count(char::is_ascii_lowercase) >= 1
            && count(char::is_ascii_uppercase) >= 1
            && count(char::is_ascii_digit) >= 2
            && password.contains(|c| "!#$%&*?@".contains(c))
            && !password.contains(['<', '>']);
        if !(6..=100).contains(&length) {
            Err(ApiError::Unprocessable("new_password", "must be 6 to 100 characters"))
        } else if self.strict_passwords && !meets_policy {
            Err(ApiError::Unprocessable("new_password", "must meet the policy of the project"))
        } else {
            Ok(())
        }
    }
}

const STAR_HARVEST: (Uuid, &str) = (uuid!("11111111-1111-4111-8111-111111111111"), "Star Harvest");
const DEEP_FORGE: (Uuid, &str) = (uuid!("22222222-2222-4222-8222-222222222222"), "Deep Forge");
const NEON_DRIFT: (Uuid, &str) = (uuid!("33333333-3333-4333-8333-333333333333"), "Neon Drift");
const TWIN_GATES: (Uuid, &str) = (uuid!("44444444-4444-4444-8444-444444444444"), "Twin Gates");
const OPEN_LEDGER: (Uuid, &str) = (uuid!("55555555-5555-4555-8555-555555555555"), "Open Ledger");
const SLOW_BOAT: (Uuid, &str) = (uuid!("66666666-6666-4666-8666-666666666666"), "Slow Boat");
const IRON_VAULT: (Uuid, &str) = (uuid!("77777777-7777-4777-8777-777777777777"), "Iron Vault");
const ODD_HARBOUR: (Uuid, &str) = (uuid!("88888888-8888-4888-8888-888888888888"), "Odd Harbour");

/// The projects; those with pages call back to `site`, the origin of the demo.
pub fn all(site: &str) -> Vec<Project> {
    let signed_in = || format!("{site}/signed-in.html");
    let usual = |(id, name), note| Project {
        id,
        name,
        note,
        storage: Storage::Xsolla,
        callback_urls: vec![signed_in()],
        unknown_users: UnknownUsers::Hidden,
        strict_passwords: false,
        delay: Duration::ZERO,
    };
    let [home, away] = ["twingates://login/callback", "mygame://signed-out"].map(str::to_owned);
    vec![
        usual(STAR_HARVEST, "The usual case: one callback URL"),
        Project {
            storage: Storage::Custom,
            ..usual(DEEP_FORGE, "Calls the partner's webhook; the link carries a verify_code")
        },
        Project { storage: Storage::PlayFab, ..usual(NEON_DRIFT, "The mail comes from PlayFab") },
        Project {
            callback_urls: vec![signed_in(), home, away],
            ..usual(TWIN_GATES, "Several callback URLs, so login_url is required")
        },
        Project {
            unknown_users: UnknownUsers::Revealed,
            ..usual(OPEN_LEDGER, "Reveals unknown users with a 404")
        },
        Project { delay: Duration::from_secs(5), ..usual(SLOW_BOAT, "Responds after 5 seconds") },
        Project { strict_passwords: true, ..usual(IRON_VAULT, "Accepts strong passwords only") },
        Project {
            unknown_users: UnknownUsers::UnknownCode,
            ..usual(ODD_HARBOUR, "Reveals unknown users with a code that nobody knows")
        },
    ]
}

/// The username and email of the players that every project has.
pub const PLAYERS: [(&str, &str); 5] = [
    ("John", "john@example.com"),
    ("ada", "ada@example.com"),
    ("yuki", "yuki@example.jp"),
    ("amir", "amir@example.ae"),
    (DELETED, "gone@example.com"),
];
/// The player whose account was deleted: its name is known, its record is missing.
pub const DELETED: &str = "gone";
/// The password of every player.
pub const PASSWORD: &str = "old-password";
