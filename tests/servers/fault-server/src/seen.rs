//! Counts the requests that arrive.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;

/// The requests that the server of one fault received.
#[derive(Debug, Default)]
pub struct Seen(Mutex<Counts>);

#[derive(Debug, Default, Clone, Serialize)]
pub struct Counts {
    /// Each call has a name in its base URL.
    pub calls: BTreeMap<String, Requests>,
    /// Requests that no call sends, for example after a redirect.
    pub others: u32,
    /// POSTs whose response is in progress: none, once their calls have settled. Preflights and connections that
    /// the browser opens in advance do not count.
    pub open: u32,
}

/// The requests of one call, and of the call after it.
#[derive(Debug, Default, Clone, Serialize)]
pub struct Requests {
    pub preflights: u32,
    pub posts: u32,
    pub next: u32,
}

impl Seen {
    /// Locks the counts.
    pub fn counts(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs the steps of a fault, which counts as open meanwhile.
    pub fn while_open(&self, run: impl FnOnce()) {
        self.counts().open += 1;
        run();
        self.counts().open -= 1;
    }
}
