//! One fault: what a server does, and what a call is expected to make of it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::Serialize;

use crate::answer::Answer;
use crate::script::{Step, send};

/// A row of the table.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// What goes wrong, in a few words.
    pub name: &'static str,
    /// Where it goes wrong.
    #[serde(skip)]
    pub place: Place,
    /// What the server does there.
    #[serde(skip)]
    pub script: Vec<Step>,
    /// Whether the browser may use the connection of the preflight for the POST.
    #[serde(skip)]
    pub keeps_connection: bool,
    /// What comes of the call.
    expected: Expected,
    /// Why that, where it is no matter of course.
    why: &'static str,
    /// How often the POST may be on the wire: least and most.
    posts: (u32, u32),
    /// Which browsers make something else of it, and why.
    differs: BTreeMap<&'static str, Difference>,
    /// The call's time limit.
    timeout_ms: u32,
    /// Whether the caller aborts the call, once the POST has arrived.
    is_aborted: bool,
}

/// Where a fault happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At a base URL where this server is not.
    Elsewhere(&'static str),
    /// At a port that nobody listens on.
    Port,
    /// On a connection, before anything is read.
    Connection {
        /// How the browser speaks.
        scheme: &'static str,
    },
    /// In the answer to the preflight.
    Preflight,
    /// In the answer to the POST.
    Post,
}

/// How a call settles, and what its error carries.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Expected {
    Accepted,
    Rejected { status: u16, code: String },
    RateLimited { status: u16, retry_after_ms: Option<Wait> },
    UnexpectedResponse { status: u16 },
    Network,
    Timeout,
    Aborted,
}

/// A number of milliseconds, or the least and the most, where it depends on the clock.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(untagged)]
pub enum Wait {
    Exactly(u64),
    Between(u64, u64),
}

#[derive(Debug, Clone, Serialize)]
struct Difference {
    expected: Expected,
    why: &'static str,
}

/// The call is accepted all the same.
pub fn accepted() -> Expected {
    Expected::Accepted
}

/// An error object with this code was read.
pub fn rejected(status: u16, code: impl Into<String>) -> Expected {
    Expected::Rejected { status, code: code.into() }
}

/// The usual error object was read, that of [`Answer::with_error`].
pub fn explained(status: u16) -> Expected {
    rejected(status, "003-019")
}

/// Too many requests, and nothing known of the wait.
pub fn limited() -> Expected {
    Expected::RateLimited { status: 429, retry_after_ms: None }
}

/// Too many requests, and how many milliseconds to wait.
pub fn limited_for(wait: Wait) -> Expected {
    Expected::RateLimited { status: 429, retry_after_ms: Some(wait) }
}

/// An answer that the API does not document.
pub fn unexpected(status: u16) -> Expected {
    Expected::UnexpectedResponse { status }
}

/// No answer, or none that the page may see.
pub fn network() -> Expected {
    Expected::Network
}

/// No complete answer in time.
pub fn timeout() -> Expected {
    Expected::Timeout
}

/// What a server does: one answer, or several steps.
pub struct Script(Vec<Step>);

impl From<Answer> for Script {
    fn from(answer: Answer) -> Self {
        Self(vec![send(answer)])
    }
}

impl<const N: usize> From<[Step; N]> for Script {
    fn from(steps: [Step; N]) -> Self {
        Self(steps.into())
    }
}

/// Long enough for any call that need not wait, also on a machine that is busy.
const PATIENCE_MS: u32 = 120_000;
/// For calls that wait in vain.
const SHORT_MS: u32 = 2500;

/// A fault in the answer to the POST.
pub fn post(name: &'static str, script: impl Into<Script>, expected: Expected) -> Fault {
    let timeout_ms = if matches!(expected, Expected::Timeout) { SHORT_MS } else { PATIENCE_MS };
    Fault {
        name,
        place: Place::Post,
        script: script.into().0,
        keeps_connection: false,
        expected,
        why: "",
        posts: (1, 1),
        differs: BTreeMap::new(),
        timeout_ms,
        is_aborted: false,
    }
}

/// A fault in the answer to the preflight, without whose consent the POST is never sent.
pub fn preflight(name: &'static str, script: impl Into<Script>, expected: Expected) -> Fault {
    let posts = if matches!(expected, Expected::Accepted) { (1, 1) } else { (0, 0) };
    Fault { place: Place::Preflight, posts, ..post(name, script, expected) }
}

/// A fault before anything is sent.
pub fn earlier(name: &'static str, place: Place, script: impl Into<Script>, expected: Expected) -> Fault {
    Fault { place, posts: (0, 0), ..post(name, script, expected) }
}

impl Fault {
    /// Has the caller abort the call, once the POST has arrived.
    pub fn aborted(self) -> Self {
        Self { is_aborted: true, expected: Expected::Aborted, timeout_ms: PATIENCE_MS, ..self }
    }

    /// Lets the browser send the POST on the connection of the preflight.
    pub fn on_kept_connection(self) -> Self {
        Self { keeps_connection: true, ..self }
    }

    /// Says how often the POST may be on the wire.
    pub fn sent(self, times: RangeInclusive<u32>) -> Self {
        Self { posts: (*times.start(), *times.end()), ..self }
    }

    /// Says why that is expected.
    pub fn because(self, why: &'static str) -> Self {
        Self { why, ..self }
    }

    /// Says what Chromium makes of it, and why.
    pub fn in_chromium(self, expected: Expected, why: &'static str) -> Self {
        self.differing("chromium", expected, why)
    }

    /// Says what Firefox makes of it, and why.
    pub fn in_firefox(self, expected: Expected, why: &'static str) -> Self {
        self.differing("firefox", expected, why)
    }

    /// Says what WebKit makes of it, and why.
    pub fn in_webkit(self, expected: Expected, why: &'static str) -> Self {
        self.differing("webkit", expected, why)
    }

    fn differing(mut self, browser: &'static str, expected: Expected, why: &'static str) -> Self {
        self.differs.insert(browser, Difference { expected, why });
        self
    }
}
