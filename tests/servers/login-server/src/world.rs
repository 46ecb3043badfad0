//! The mutable state; a reset replaces it.

use uuid::Uuid;

use crate::{codes::Codes, config::Config, limiter::Limiter, mailbox::Mailbox, project::Project, seeds};

/// A player in one project.
#[derive(Debug, Clone)]
pub struct User {
    pub id: Uuid,
    pub project_id: Uuid,
    pub username: String,
    pub email: String,
    /// In plain text: these are sample players.
    pub password: String,
    pub deleted: bool,
}

impl User {
    /// Usernames are case-sensitive, email addresses are not.
    fn is_called(&self, name: &str) -> bool {
        self.username == name || self.email.eq_ignore_ascii_case(name)
    }
}

#[derive(Debug)]
pub struct World {
    users: Vec<User>,
    pub codes: Codes,
    pub limiter: Limiter,
    pub mailbox: Mailbox,
}

impl World {
    /// The world at start.
    pub fn seeded(config: &Config, projects: &[Project]) -> Self {
        Self {
            users: seeds::users(projects),
            codes: Codes::default(),
            limiter: Limiter::new(config.requests_per_minute),
            mailbox: Mailbox::default(),
        }
    }

    /// Finds a player by username or email, a removed one too.
    pub fn find_user(&self, project_id: Uuid, name: &str) -> Option<&User> {
        self.users.iter().find(|user| user.project_id == project_id && user.is_called(name))
    }

    pub fn set_password(&mut self, user_id: Uuid, password: String) {
        if let Some(user) = self.users.iter_mut().find(|user| user.id == user_id) {
            user.password = password;
        }
    }
}
