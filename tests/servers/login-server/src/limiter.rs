//! A few requests a minute for one username in one project, whether that player exists or not.

use std::{num::NonZeroU32, time::Duration};

use governor::{
    Quota, RateLimiter, clock::Clock, middleware::NoOpMiddleware, nanos::Nanos,
    state::keyed::HashMapStateStore,
};
use tokio::time::Instant;
use uuid::Uuid;

/// Above this number of names, those that are not limited any more are removed.
const MANY_NAMES: usize = 1_000;

type Key = (Uuid, String);

#[derive(Debug)]
pub struct Limiter {
    clock: TokioClock,
    limiter: RateLimiter<Key, HashMapStateStore<Key>, TokioClock, NoOpMiddleware<Nanos>>,
}

impl Limiter {
    pub fn new(requests_per_minute: NonZeroU32) -> Self {
        let clock = TokioClock(Instant::now());
        let limiter = RateLimiter::hashmap_with_clock(Quota::per_minute(requests_per_minute), clock.clone());
        Self { clock, limiter }
    }

    /// Counts a request.
    ///
    /// # Errors
    /// The time to wait, if there were too many.
    pub fn count(&self, project_id: Uuid, username: &str) -> Result<(), Duration> {
        if self.limiter.len() >= MANY_NAMES {
            self.limiter.retain_recent();
        }
        self.limiter
            .check_key(&(project_id, username.to_lowercase()))
            .map_err(|not_until| not_until.wait_time_from(self.clock.now()))
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
