//! Parses the query and the body of a call, and collects every field that breaks a rule, so that one
//! response names them all.

use std::convert::Infallible;

use axum::{
    Json,
    extract::{FromRequest, Query, Request},
};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::error::{ApiError, Details};

/// The parameters of a call. A field that cannot be read is `None`, and makes [`Input::check`] fail.
pub struct Input {
    query: Vec<(String, String)>,
    /// `None` when there is no JSON object, which is a problem already noted.
    body: Option<Map<String, Value>>,
    problems: Details,
}

impl<S: Send + Sync> FromRequest<S> for Input {
    type Rejection = Infallible;

    async fn from_request(request: Request, state: &S) -> Result<Self, Infallible> {
        let query = Query::try_from_uri(request.uri()).map_or_else(|_| Vec::new(), |query| query.0);
        let body = Json::from_request(request, state).await.ok().map(|Json(fields)| fields);
        let mut input = Self { query, body: None, problems: Details::new() };
        input.body = input.noted("body", "must be a JSON object, sent as application/json", body);
        Ok(input)
    }
}

impl Input {
    pub fn project_id(&mut self) -> Option<Uuid> {
        let id = self.query("projectId").and_then(|id| Uuid::try_parse(&id).ok());
        self.noted("projectId", "is required and must be a UUID", id)
    }

    /// A query parameter, percent-decoded. If it is repeated, the first counts.
    pub fn query(&self, name: &str) -> Option<String> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
    }

    /// A required text of the body.
    pub fn string(&mut self, name: &'static str) -> Option<String> {
        let text = self.body.as_mut()?.remove(name).and_then(into_string);
        self.noted(name, "is required and must be a string", text)
    }

    /// A required text of the body, not empty.
    pub fn text(&mut self, name: &'static str) -> Option<String> {
        let text = self.string(name)?;
        self.noted(name, "must not be empty", Some(text).filter(|text| !text.is_empty()))
    }

    /// An optional text of the body.
    pub fn optional_string(&mut self, name: &'static str) -> Option<String> {
        let value = self.body.as_mut()?.remove(name)?;
        self.noted(name, "must be a string", into_string(value))
    }

    /// An optional UUID of the body.
    pub fn optional_uuid(&mut self, name: &'static str) -> Option<Uuid> {
        let text = self.optional_string(name)?;
        self.noted(name, "must be a UUID", Uuid::try_parse(&text).ok())
    }

    /// Fails with all problems; otherwise returns the fields, which are then complete.
    pub fn check<T>(self, fields: Option<T>) -> Result<T, ApiError> {
        fields.filter(|_| self.problems.is_empty()).ok_or(ApiError::InvalidParameters(self.problems))
    }

    /// Returns a field, and records the rule if it could not be read.
    fn noted<T>(&mut self, name: &'static str, rule: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.problems.insert(name, rule);
        }
        value
    }
}

fn into_string(value: Value) -> Option<String> {
    if let Value::String(text) = value { Some(text) } else { None }
}
