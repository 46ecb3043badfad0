//! One fault: the behaviour of a server, and the expected outcome of a call to it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::Serialize;

use crate::response::Response;
use crate::script::{Step, send};

/// A row of the table.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// A short description.
    pub name: &'static str,
    /// Where the fault occurs.
    #[serde(skip)]
    pub location: Location,
    /// The steps of the server there.
    #[serde(skip)]
    pub script: Vec<Step>,
    /// Whether the browser may use the connection of the preflight for the POST.
    #[serde(skip)]
    pub keeps_connection: bool,
    /// The outcome of the call.
    expected: Expected,
    /// The reason for the outcome, where it is not obvious.
    why: &'static str,
    /// How many POSTs may arrive: minimum and maximum.
    posts: (u32, u32),
    /// The browsers with another outcome, and why.
    differs: BTreeMap<&'static str, Difference>,
    /// The call's time limit.
    timeout_ms: u32,
    /// Whether the caller aborts the call, once the POST has arrived.
    is_aborted: bool,
}

/// Where a fault happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// At a base URL of no server of ours.
    Elsewhere(&'static str),
    /// At a port without a listener.
    Port,
    /// On a connection, before anything is read.
    Connection {
        /// The scheme of the base URL.
        scheme: &'static str,
    },
    /// In the response to the preflight.
    Preflight,
    /// In the response to the POST.
    Post,
}

/// How a call settles, and the fields of its error.
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

/// A number of milliseconds, or a range where it depends on the clock.
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

/// The call is accepted despite the fault.
pub fn accepted() -> Expected {
    Expected::Accepted
}

/// An error object with this code was read.
pub fn rejected(status: u16, code: impl Into<String>) -> Expected {
    Expected::Rejected { status, code: code.into() }
}

/// The usual error object was read, that of [`Response::with_error`].
pub fn with_error_object(status: u16) -> Expected {
    rejected(status, "003-019")
}

/// Too many requests, without a time to wait.
pub fn limited() -> Expected {
    Expected::RateLimited { status: 429, retry_after_ms: None }
}

/// Too many requests, with the milliseconds to wait.
pub fn limited_for(wait: Wait) -> Expected {
    Expected::RateLimited { status: 429, retry_after_ms: Some(wait) }
}

/// A response that the API does not document.
pub fn unexpected(status: u16) -> Expected {
    Expected::UnexpectedResponse { status }
}

/// No response, or none that the page may read.
pub fn network() -> Expected {
    Expected::Network
}

/// No complete response in time.
pub fn timeout() -> Expected {
    Expected::Timeout
}

/// The behaviour of a server: one response, or several steps.
pub struct Script(Vec<Step>);

impl From<Response> for Script {
    fn from(response: Response) -> Self {
        Self(vec![send(response)])
    }
}

impl<const N: usize> From<[Step; N]> for Script {
    fn from(steps: [Step; N]) -> Self {
        Self(steps.into())
    }
}

/// Longer than any call that gets a response takes, even on a busy machine.
const LONG_LIMIT_MS: u32 = 120_000;
/// For calls that time out.
const SHORT_LIMIT_MS: u32 = 2500;

/// A fault in the response to the POST.
pub fn post(name: &'static str, script: impl Into<Script>, expected: Expected) -> Fault {
    let timeout_ms = if matches!(expected, Expected::Timeout) { SHORT_LIMIT_MS } else { LONG_LIMIT_MS };
    Fault {
        name,
        location: Location::Post,
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

/// A fault in the response to the preflight, which must succeed before the POST is sent.
pub fn preflight(name: &'static str, script: impl Into<Script>, expected: Expected) -> Fault {
    let posts = if matches!(expected, Expected::Accepted) { (1, 1) } else { (0, 0) };
    Fault { location: Location::Preflight, posts, ..post(name, script, expected) }
}

/// A fault before any request is sent.
pub fn earlier(
    name: &'static str,
    location: Location,
    script: impl Into<Script>,
    expected: Expected,
) -> Fault {
    Fault { location, posts: (0, 0), ..post(name, script, expected) }
}

impl Fault {
    /// The caller aborts the call once the POST has arrived.
    pub fn aborted(self) -> Self {
        Self { is_aborted: true, expected: Expected::Aborted, timeout_ms: LONG_LIMIT_MS, ..self }
    }

    /// The browser may send the POST on the connection of the preflight.
    pub fn on_kept_connection(self) -> Self {
        Self { keeps_connection: true, ..self }
    }

    /// Sets how many POSTs may arrive.
    pub fn sent(self, times: RangeInclusive<u32>) -> Self {
        Self { posts: (*times.start(), *times.end()), ..self }
    }

    /// Sets the reason for the outcome.
    pub fn because(self, why: &'static str) -> Self {
        Self { why, ..self }
    }

    /// Sets the outcome in Chromium, and the reason.
    pub fn in_chromium(self, expected: Expected, why: &'static str) -> Self {
        self.differing("chromium", expected, why)
    }

    /// Sets the outcome in Firefox, and the reason.
    pub fn in_firefox(self, expected: Expected, why: &'static str) -> Self {
        self.differing("firefox", expected, why)
    }

    /// Sets the outcome in WebKit, and the reason.
    pub fn in_webkit(self, expected: Expected, why: &'static str) -> Self {
        self.differing("webkit", expected, why)
    }

    fn differing(mut self, browser: &'static str, expected: Expected, why: &'static str) -> Self {
        self.differs.insert(browser, Difference { expected, why });
        self
    }
}
