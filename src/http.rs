//! HTTP requests in the format of the API.

use std::fmt;

use crate::input::ProjectId;
use crate::request::ApiConfig;
use crate::text::{concat, push_byte, push_json_string};

/// A `POST` of JSON. `Debug` does not show the body.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// The URL, with the project's ID as its query.
    pub url: String,
    /// More parameters of the query: names, and values that are not yet percent-encoded.
    pub query: Vec<(&'static str, String)>,
    /// A JSON object, without its closing brace until [`finish`](Self::finish).
    pub body: String,
    /// The time limit of the whole call, in milliseconds.
    pub timeout_ms: u32,
}

impl HttpRequest {
    /// Creates a request with an empty body.
    pub(crate) fn new(path: &str, project_id: &ProjectId, config: &ApiConfig) -> Self {
        Self {
            // A UUID needs no percent-encoding.
            url: concat(&[config.base_url.as_str(), path, "?projectId=", project_id.as_str()]),
            query: vec![],
            body: String::new(),
            timeout_ms: config.timeout.as_millis(),
        }
    }

    /// Adds a parameter to the query, unless it is absent.
    pub(crate) fn query(mut self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        if let Some(value) = value {
            self.query.push((name, value.into()));
        }
        self
    }

    /// Adds a field to the body, unless it is absent.
    pub(crate) fn field(mut self, name: &str, value: Option<&str>) -> Self {
        if let Some(value) = value {
            let separator = if self.body.is_empty() { b'{' } else { b',' };
            push_byte(&mut self.body, separator);
            push_json_string(&mut self.body, name);
            push_byte(&mut self.body, b':');
            push_json_string(&mut self.body, value);
        }
        self
    }

    /// Ends the body, which has at least one field.
    pub(crate) fn finish(mut self) -> Self {
        push_byte(&mut self.body, b'}');
        self
    }
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpRequest").field("url", &self.url).finish_non_exhaustive()
    }
}
