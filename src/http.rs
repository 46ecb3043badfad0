//! HTTP requests in the format of the API.

use std::fmt;

use crate::config::ApiConfig;
use crate::input::ProjectId;
use crate::text::{concat, push_byte, push_json_field};

/// A `POST` of JSON. `Debug` does not show the body.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// The URL, with the project's ID as its query.
    pub url: String,
    query: [(&'static str, Option<Box<str>>); 2],
    /// A JSON object, without its closing brace until the request is finished.
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
            query: [("", None), ("", None)],
            body: String::new(),
            timeout_ms: config.timeout.as_millis(),
        }
    }

    /// Ends the body, which has at least one field.
    pub(crate) fn finish(mut self) -> Self {
        push_byte(&mut self.body, b'}');
        self
    }

    /// Sets more parameters of the query. The values are not percent-encoded.
    pub(crate) fn set_query(&mut self, query: [(&'static str, Option<Box<str>>); 2]) {
        self.query = query;
    }

    /// The further parameters of the query that are present: names, and values that are not percent-encoded.
    pub fn query(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.query.iter().filter_map(|(name, value)| Some((*name, value.as_deref()?)))
    }

    /// Adds a field to the body, unless it is absent.
    pub(crate) fn field(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            push_json_field(&mut self.body, name, value);
        }
    }
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpRequest").field("url", &self.url).finish_non_exhaustive()
    }
}
