//! Counts what arrives.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;

/// What arrived at the server of one fault.
#[derive(Debug, Default)]
pub struct Seen(Mutex<Counts>);

#[derive(Debug, Default, Clone, Serialize)]
pub struct Counts {
    /// Each call has a name in its base URL.
    pub calls: BTreeMap<String, Requests>,
    /// Anything but what a call sends: a redirect followed, say.
    pub others: u32,
    /// POSTs that are being answered: none, once their calls have settled. Preflights, and connections opened
    /// ahead, are the browser's own affair.
    pub open: u32,
}

/// What one call sent, and the call after it.
#[derive(Debug, Default, Clone, Serialize)]
pub struct Requests {
    pub preflights: u32,
    pub posts: u32,
    pub next: u32,
}

impl Seen {
    /// Changes the counts, or reads them.
    pub fn counts(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs what a fault does, which counts as open meanwhile.
    pub fn while_open(&self, run: impl FnOnce()) {
        self.counts().open += 1;
        run();
        self.counts().open -= 1;
    }
}
