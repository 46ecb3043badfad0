//! The argument of the two calls, as JavaScript gives it: anything at all.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;

use super::fetch::Transport;
use super::limit::Signal;
use crate::call::{Call, PasswordResetConfirmation, PasswordResetRequest, Server};
use crate::error::Error;
use crate::input::{
    BaseUrl, Issue, Locale, LoginUrl, NewPassword, ProjectId, ResetCode, Rule, TimeoutMs, UserId, Username,
    VerifyCode,
};

/// Reads the argument of `requestPasswordReset`.
pub fn read_request(options: &JsValue) -> Result<(Call, Transport), Error> {
    let mut options = Options::new(options);
    let project_id = options.required("projectId", |value| ProjectId::parse(&text(&value)?));
    let username = options.required("username", |value| Username::parse(&text(&value)?));
    let login_url = options.optional("loginUrl", |value| LoginUrl::parse(&text(&value)?));
    let locale = options.optional("locale", |value| Locale::parse(&text(&value)?));
    let (server, transport) = options.common();
    options.report_unknown();
    match (project_id, username) {
        (Some(project_id), Some(username)) if options.issues.is_empty() => {
            Ok((PasswordResetRequest { project_id, username, login_url, locale, server }.into(), transport))
        }
        _ => Err(Error::InvalidInput { issues: options.issues }),
    }
}

/// Reads the argument of `confirmPasswordReset`.
pub fn read_confirmation(options: &JsValue) -> Result<(Call, Transport), Error> {
    let mut options = Options::new(options);
    let project_id = options.required("projectId", |value| ProjectId::parse(&text(&value)?));
    let new_password = options.required("newPassword", |value| NewPassword::parse(&text(&value)?));
    let reset_code = options.required("resetCode", |value| ResetCode::parse(&text(&value)?));
    let user_id = options.optional("userId", |value| UserId::parse(&text(&value)?));
    let verify_code = options.optional("verifyCode", |value| VerifyCode::parse(&text(&value)?));
    let (server, transport) = options.common();
    options.report_unknown();
    match (project_id, new_password, reset_code) {
        (Some(project_id), Some(new_password), Some(reset_code)) if options.issues.is_empty() => Ok((
            PasswordResetConfirmation { project_id, new_password, reset_code, user_id, verify_code, server }
                .into(),
            transport,
        )),
        _ => Err(Error::InvalidInput { issues: options.issues }),
    }
}

/// Reads options one by one, once each, and remembers what was wrong with them.
struct Options<'a> {
    given: &'a JsValue,
    known: Vec<&'static str>,
    issues: Vec<Issue>,
}

impl<'a> Options<'a> {
    fn new(given: &'a JsValue) -> Self {
        let issues = if given.is_object() { vec![] } else { vec![Issue::new("options", Rule::Object)] };
        Self { given, known: vec![], issues }
    }

    /// Reads what both calls share.
    fn common(&mut self) -> (Server, Transport) {
        let base_url = self.optional("baseUrl", |value| BaseUrl::parse(&text(&value)?));
        let timeout =
            self.optional("timeoutMs", |value| TimeoutMs::parse(value.as_f64().unwrap_or(f64::NAN)));
        let signal = self.optional("signal", Signal::read);
        let fetch = self.optional("fetch", |value| value.dyn_into::<Function>().map_err(|_| Rule::Function));
        let server = Server { base_url: base_url.unwrap_or_default(), timeout: timeout.unwrap_or_default() };
        (server, Transport { signal, fetch })
    }

    fn required<T>(
        &mut self,
        name: &'static str,
        parse: impl FnOnce(JsValue) -> Result<T, Rule>,
    ) -> Option<T> {
        let value = self.get(name).and_then(|value| parse(value.ok_or(Rule::Required)?));
        self.keep(name, value)
    }

    fn optional<T>(
        &mut self,
        name: &'static str,
        parse: impl FnOnce(JsValue) -> Result<T, Rule>,
    ) -> Option<T> {
        let value = self.get(name).and_then(|value| value.map(parse).transpose());
        self.keep(name, value).flatten()
    }

    /// Gets an option; `null` counts as absent. The getter may throw.
    fn get(&mut self, name: &'static str) -> Result<Option<JsValue>, Rule> {
        self.known.push(name);
        if !self.given.is_object() {
            return Ok(None);
        }
        let value = Reflect::get(self.given, &name.into()).map_err(|_| Rule::Readable)?;
        Ok((!value.is_undefined() && !value.is_null()).then_some(value))
    }

    fn keep<T>(&mut self, name: &'static str, value: Result<T, Rule>) -> Option<T> {
        value.map_err(|rule| self.issues.push(Issue::new(name, rule))).ok()
    }

    /// Reports every option that was given and never asked for.
    fn report_unknown(&mut self) {
        if !self.given.is_object() {
            return;
        }
        match Reflect::own_keys(self.given) {
            Ok(keys) => {
                let names = keys.iter().filter_map(|key| key.as_string());
                let unknown = names.filter(|name| !self.known.contains(&name.as_str()));
                self.issues.extend(unknown.map(|name| Issue::unknown_option(name, &self.known)));
            }
            Err(_) => self.issues.push(Issue::new("options", Rule::Readable)),
        }
    }
}

/// Reads a string. Half of a surrogate pair cannot be sent; it arrives here as U+FFFD.
fn text(value: &JsValue) -> Result<String, Rule> {
    let text = value.as_string().ok_or(Rule::String)?;
    if text.contains(char::REPLACEMENT_CHARACTER) && *value != text.as_str() {
        return Err(Rule::WellFormed);
    }
    Ok(text)
}
