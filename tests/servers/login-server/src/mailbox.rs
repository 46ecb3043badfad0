//! The mails that were "sent", for a person and for tests to read.

use std::collections::VecDeque;

use serde::Serialize;

use crate::mail::Mail;

/// The oldest mails are dropped, so that a long test run does not fill the memory.
const CAPACITY: usize = 500;

/// A mail in the mailbox, as `/mailbox.json` shows it.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    pub id: u64,
    #[serde(flatten)]
    pub mail: Mail,
}

#[derive(Debug, Default)]
pub struct Mailbox {
    newest_first: VecDeque<Entry>,
    last_id: u64,
}

impl Mailbox {
    pub fn add(&mut self, mail: Mail) {
        self.last_id += 1;
        self.newest_first.truncate(CAPACITY - 1);
        self.newest_first.push_front(Entry { id: self.last_id, mail });
    }

    /// The mails, newest first, to one address if given.
    pub fn list(&self, to: Option<&str>) -> Vec<Entry> {
        self.newest_first
            .iter()
            .filter(|entry| to.is_none_or(|to| entry.mail.to.eq_ignore_ascii_case(to)))
            .cloned()
            .collect()
    }

    pub fn find(&self, id: u64) -> Option<Entry> {
        self.newest_first.iter().find(|entry| entry.id == id).cloned()
    }

    /// Deletes the mails. Ids are not reused, so that an old link does not show another mail.
    pub fn empty(&mut self) {
        self.newest_first.clear();
    }
}
