//! The mutable state; a reset replaces it.

use std::{collections::VecDeque, num::NonZeroU32, time::Duration};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use governor::{
    Quota, RateLimiter, clock::Clock, middleware::NoOpMiddleware, nanos::Nanos,
    state::keyed::HashMapStateStore,
};
use tokio::time::Instant;
use uuid::Uuid;

use crate::{
    mail::Mail,
    projects::{DELETED, PASSWORD, PLAYERS, Project},
};

pub struct World {
    users: Vec<User>,
    pub limiter: Limiter,
    pub mailbox: Mailbox,
}

impl World {
    /// The world at start. The ids of the players are the project's, incremented, so that they are the same after every
    /// start.
    pub fn at_start(requests_per_minute: NonZeroU32, projects: &[Project]) -> Self {
        let players_of = |project: &Project| {
            let project_id = project.id;
            PLAYERS.into_iter().zip(1..).map(move |((username, email), number)| User {
                id: Uuid::from_u128(project_id.as_u128() + number),
                project_id,
                username,
                email,
                password: PASSWORD.to_owned(),
                code: None,
            })
        };
        Self {
            users: projects.iter().flat_map(players_of).collect(),
            limiter: Limiter::new(requests_per_minute),
            mailbox: Mailbox::default(),
        }
    }

    /// Finds a player by username or email, a deleted one too. Usernames are case-sensitive, email addresses are not.
    pub fn find_user(&mut self, project_id: Uuid, name: &str) -> Option<&mut User> {
        let is_called = |user: &User| user.username == name || user.email.eq_ignore_ascii_case(name);
        self.users.iter_mut().find(|user| user.project_id == project_id && is_called(user))
    }

    /// Finds the player for whom a code is valid in this project.
    pub fn find_user_with_code(&mut self, project_id: Uuid, text: &str) -> Option<&mut User> {
        let is_valid = |code: &ResetCode| code.text == text && code.expires_at > Instant::now();
        self.users
            .iter_mut()
            .find(|user| user.project_id == project_id && user.code.as_ref().is_some_and(is_valid))
    }
}

/// A player in one project.
pub struct User {
    pub id: Uuid,
    pub project_id: Uuid,
    pub username: &'static str,
    pub email: &'static str,
    /// In plain text: these are sample players.
    pub password: String,
    /// The latest one, until it is used.
    pub code: Option<ResetCode>,
}

impl User {
    pub fn is_deleted(&self) -> bool {
        self.username == DELETED
    }
}

/// A code with which one player can set a new password, once and for a limited time.
pub struct ResetCode {
    pub text: String,
    /// The second code that custom storage requires.
    pub verify_code: Option<String>,
    expires_at: Instant,
}

impl ResetCode {
    /// Makes a code of 43 characters, and a `verify_code` if requested.
    pub fn random(with_verify_code: bool, ttl: Duration) -> Result<Self, getrandom::Error> {
        Ok(Self {
            text: random_text::<32>()?,
            verify_code: with_verify_code.then(random_text::<16>).transpose()?,
            expires_at: Instant::now() + ttl,
        })
    }
}

/// Random bytes from the operating system, as base64url.
fn random_text<const BYTES: usize>() -> Result<String, getrandom::Error> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes)?;
    Ok(BASE64_URL_SAFE_NO_PAD.encode(bytes))
}

type Name = (Uuid, String);

/// A few requests a minute for one username in one project, whether that player exists or not.
pub struct Limiter {
    clock: TokioClock,
    limiter: RateLimiter<Name, HashMapStateStore<Name>, TokioClock, NoOpMiddleware<Nanos>>,
}

impl Limiter {
    fn new(requests_per_minute: NonZeroU32) -> Self {
        let clock = TokioClock(Instant::now());
        let limiter = RateLimiter::hashmap_with_clock(Quota::per_minute(requests_per_minute), clock.clone());
        Self { clock, limiter }
    }

    /// Counts a request. Fails with the time to wait, if there were too many.
    pub fn count(&self, project_id: Uuid, username: &str) -> Result<(), Duration> {
        // Removes the names that are not limited any more.
        self.limiter.retain_recent();
        let outcome = self.limiter.check_key(&(project_id, username.to_lowercase()));
        outcome.map_err(|not_until| not_until.wait_time_from(self.clock.now()))
    }
}

/// The clock of the runtime, which tests can advance.
#[derive(Debug, Clone)]
struct TokioClock(Instant);

impl Clock for TokioClock {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        self.0.elapsed().into()
    }
}

/// The oldest mails are dropped, so that a long test run does not fill the memory.
const CAPACITY: usize = 500;

/// The mails that were "sent", for a person and for tests to read.
#[derive(Default)]
pub struct Mailbox {
    newest_first: VecDeque<Mail>,
    last_id: u64,
}

impl Mailbox {
    pub fn add(&mut self, mail: Mail) {
        self.last_id += 1;
        self.newest_first.truncate(CAPACITY - 1);
        self.newest_first.push_front(Mail { id: self.last_id, ..mail });
    }

    /// The mails, newest first, to one address if given.
    pub fn list(&self, to: Option<&str>) -> Vec<Mail> {
        let is_asked = |mail: &&Mail| to.is_none_or(|to| mail.to.eq_ignore_ascii_case(to));
        self.newest_first.iter().filter(is_asked).cloned().collect()
    }

    pub fn find(&self, id: u64) -> Option<Mail> {
        self.newest_first.iter().find(|mail| mail.id == id).cloned()
    }

    /// Deletes the mails. Ids are not reused, so that an old link does not show another mail.
    pub fn empty(&mut self) {
        self.newest_first.clear();
    }
}
