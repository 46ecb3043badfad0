//! Reset codes: random, valid once and for a limited time, one at a time for each player.

use std::{collections::HashMap, fmt, time::Duration};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use tokio::time::Instant;
use uuid::Uuid;

/// A random text that only the receiver of the mail knows. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Secret(String);

impl Secret {
    /// `BYTES` random bytes from the operating system, as base64url.
    fn random<const BYTES: usize>() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes)?;
        Ok(Self(BASE64_URL_SAFE_NO_PAD.encode(bytes)))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// A code with which one player can set a new password.
#[derive(Debug, Clone)]
pub struct ResetCode {
    pub project_id: Uuid,
    pub user_id: Uuid,
    pub code: Secret,
    /// The second code that custom storage requires.
    pub verify_code: Option<Secret>,
    expires_at: Instant,
}

impl ResetCode {
    /// Makes a code of 43 characters, and a `verify_code` if requested.
    pub fn random(
        project_id: Uuid,
        user_id: Uuid,
        with_verify_code: bool,
        ttl: Duration,
    ) -> Result<Self, getrandom::Error> {
        Ok(Self {
            project_id,
            user_id,
            code: Secret::random::<32>()?,
            verify_code: with_verify_code.then(Secret::random::<16>).transpose()?,
            expires_at: Instant::now() + ttl,
        })
    }
}

/// The codes that were issued.
#[derive(Debug, Default)]
pub struct Codes(HashMap<String, ResetCode>);

impl Codes {
    /// Adds a code, and removes the earlier ones of the same player and all that have expired.
    pub fn issue(&mut self, code: ResetCode) {
        let now = Instant::now();
        self.0.retain(|_, old| old.user_id != code.user_id && old.expires_at > now);
        self.0.insert(code.code.as_str().to_owned(), code);
    }

    /// Finds a code that is valid in this project.
    pub fn find(&self, project_id: Uuid, code: &str) -> Option<&ResetCode> {
        self.0.get(code).filter(|found| found.project_id == project_id && found.expires_at > Instant::now())
    }

    /// Removes a code.
    pub fn spend(&mut self, code: &str) {
        self.0.remove(code);
    }
}
