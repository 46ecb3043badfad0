//! The projects and players that exist at start, with fixed ids.

use std::time::Duration;

use uuid::{Uuid, uuid};

use crate::{
    project::{CallbackUrls, Passwords, Project, Storage, UnknownUsers},
    world::User,
};

/// The delay of the project for testing timeouts.
pub const SLOW: Duration = Duration::from_secs(5);

/// A player that every project has.
#[derive(Debug, Clone, Copy)]
pub struct SeedUser {
    pub username: &'static str,
    pub email: &'static str,
    pub password: &'static str,
    /// The account was deleted: its name is known, its record is missing.
    pub deleted: bool,
}

/// The players of every project.
pub const USERS: [SeedUser; 5] = [
    SeedUser::new("John", "john@example.com"),
    SeedUser::new("ada", "ada@example.com"),
    SeedUser::new("yuki", "yuki@example.jp"),
    SeedUser::new("amir", "amir@example.ae"),
    SeedUser { deleted: true, ..SeedUser::new("gone", "gone@example.com") },
];

impl SeedUser {
    const fn new(username: &'static str, email: &'static str) -> Self {
        Self { username, email, password: "old-password", deleted: false }
    }
}

/// The projects; those with pages call back to `site`, the origin of the demo.
pub fn projects(site: &str) -> Vec<Project> {
    let signed_in = || format!("{site}/signed-in.html");
    let plain = |id: Uuid, name: &'static str, note: &'static str| Project {
        id,
        name,
        storage: Storage::Xsolla,
        callback_urls: CallbackUrls(vec![signed_in()]),
        unknown_users: UnknownUsers::Hidden,
        passwords: Passwords::Any,
        delay: Duration::ZERO,
        note,
    };
    vec![
        plain(
            uuid!("11111111-1111-4111-8111-111111111111"),
            "Star Harvest",
            "The usual case: one callback URL",
        ),
        Project {
            storage: Storage::Custom,
            ..plain(
                uuid!("22222222-2222-4222-8222-222222222222"),
                "Deep Forge",
                "Calls the partner's webhook; the link carries a verify_code",
            )
        },
        Project {
            storage: Storage::PlayFab,
            ..plain(
                uuid!("33333333-3333-4333-8333-333333333333"),
                "Neon Drift",
                "The mail comes from PlayFab",
            )
        },
        Project {
            callback_urls: CallbackUrls(vec![
                signed_in(),
                "twingates://login/callback".to_owned(),
                "mygame://signed-out".to_owned(),
            ]),
            ..plain(
                uuid!("44444444-4444-4444-8444-444444444444"),
                "Twin Gates",
                "Several callback URLs, so login_url is required",
            )
        },
        Project {
            unknown_users: UnknownUsers::Revealed,
            ..plain(
                uuid!("55555555-5555-4555-8555-555555555555"),
                "Open Ledger",
                "Reveals unknown users with a 404",
            )
        },
        Project {
            delay: SLOW,
            ..plain(uuid!("66666666-6666-4666-8666-666666666666"), "Slow Boat", "Responds after 5 seconds")
        },
        Project {
            passwords: Passwords::Strict,
            ..plain(
                uuid!("77777777-7777-4777-8777-777777777777"),
                "Iron Vault",
                "Accepts strong passwords only",
            )
        },
        Project {
            unknown_users: UnknownUsers::UnknownCode,
            ..plain(
                uuid!("88888888-8888-4888-8888-888888888888"),
                "Odd Harbour",
                "Reveals unknown users with a code that nobody knows",
            )
        },
    ]
}

/// The players of all projects. Their ids are the project's, incremented, so that they are the same after
/// every start.
pub fn users(projects: &[Project]) -> Vec<User> {
    projects
        .iter()
        .flat_map(|project| {
            USERS.iter().zip(1..).map(|(seed, number)| User {
                id: Uuid::from_u128(project.id.as_u128() + number),
                project_id: project.id,
                username: seed.username.to_owned(),
                email: seed.email.to_owned(),
                password: seed.password.to_owned(),
                deleted: seed.deleted,
            })
        })
        .collect()
}
