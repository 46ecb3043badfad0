//! The settings, read once from the environment.

use std::{fmt, num::NonZeroU32, str::FromStr, time::Duration};

use url::{Position, Url};

/// The origin of a page without a site, such as one opened from a file.
const OPAQUE: &str = "null";

/// The settings of this server, all valid.
pub struct Config {
    /// `LOGIN_PORT`: the port on the loopback interface; 0 takes a free one.
    pub port: u16,
    /// `LOGIN_ALLOWED_ORIGINS`: the page origins that CORS allows, the demo site first.
    pub allowed_origins: AllowedOrigins,
    /// `LOGIN_RESET_FORM`: the form for a new password, to which the link in a mail leads.
    pub reset_form: Url,
    /// `LOGIN_CODE_TTL_SECONDS`: how long a reset code is valid.
    pub code_ttl: Duration,
    /// `LOGIN_REQUESTS_PER_MINUTE`: per project and username.
    pub requests_per_minute: NonZeroU32,
    /// `SMTP_URL`: the server to which mail is really sent as well, if any. It may contain a password.
    pub smtp_url: Option<Url>,
}

impl Config {
    /// Reads the settings through `lookup`; an empty value counts as not set.
    ///
    /// # Errors
    /// Names the first invalid setting, and its rule.
    pub fn read(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let setting = |name: &str| lookup(name).filter(|value| !value.trim().is_empty());
        let or = |name: &str, default: &str| setting(name).unwrap_or_else(|| default.to_owned());

        let origins = or("LOGIN_ALLOWED_ORIGINS", "http://localhost:8000,http://127.0.0.1:8000");
        let allowed_origins = AllowedOrigins::parse(&origins)?;
        let port = parse("LOGIN_PORT", &or("LOGIN_PORT", "8001"), "a port from 0 to 65535")?;

        let reset_form = or("LOGIN_RESET_FORM", &format!("{}/new-password.html", allowed_origins.site()));
        let rule = "an http:// or https:// URL";
        let reset_form = parse_url("LOGIN_RESET_FORM", &reset_form, is_http, rule)?;

        let number = |name: &str, default: &str| -> Result<NonZeroU32, String> {
            parse(name, &or(name, default), "a whole number from 1 to 4294967295")
        };
        let code_ttl = Duration::from_secs(number("LOGIN_CODE_TTL_SECONDS", "3600")?.get().into());
        let requests_per_minute = number("LOGIN_REQUESTS_PER_MINUTE", "3")?;
        let rule = "an smtp:// or smtps:// URL with a host";
        let smtp_url =
            setting("SMTP_URL").map(|url| parse_url("SMTP_URL", &url, is_smtp, rule)).transpose()?;
        Ok(Self { port, allowed_origins, reset_form, code_ttl, requests_per_minute, smtp_url })
    }

    /// The settings without secrets, except for the port, each with the name of its variable.
    #[must_use]
    pub fn shown(&self) -> [(&'static str, String); 5] {
        let smtp = self.smtp_url.as_ref().map(without_password);
        [
            ("LOGIN_ALLOWED_ORIGINS", self.allowed_origins.0.join(", ")),
            ("LOGIN_RESET_FORM", self.reset_form.to_string()),
            ("LOGIN_CODE_TTL_SECONDS", self.code_ttl.as_secs().to_string()),
            ("LOGIN_REQUESTS_PER_MINUTE", self.requests_per_minute.to_string()),
            ("SMTP_URL", smtp.unwrap_or_else(|| "not set: mail stays in the mailbox".to_owned())),
        ]
    }
}

/// Without content: that has the password of the mail server.
impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config").finish_non_exhaustive()
    }
}

/// The scheme, the host and the port of a URL.
pub fn without_password(url: &Url) -> String {
    format!("{}://{}", url.scheme(), &url[Position::BeforeHost..Position::AfterPort])
}

/// What is printed about an invalid setting.
fn invalid(setting: &str, rule: &str) -> String {
    format!("{setting} must be {rule}.")
}

fn parse<T: FromStr>(setting: &str, text: &str, rule: &str) -> Result<T, String> {
    text.trim().parse().map_err(|_| invalid(setting, &format!("{rule} (found \"{text}\")")))
}

fn parse_url(setting: &str, text: &str, is_right: fn(&Url) -> bool, rule: &str) -> Result<Url, String> {
    Url::parse(text).ok().filter(is_right).ok_or_else(|| invalid(setting, rule))
}

fn is_http(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

fn is_smtp(url: &Url) -> bool {
    matches!(url.scheme(), "smtp" | "smtps") && url.has_host()
}

/// The origins whose pages may call; at least one.
#[derive(Debug)]
pub struct AllowedOrigins(Vec<String>);

impl AllowedOrigins {
    fn parse(list: &str) -> Result<Self, String> {
        let texts = list.split(',').map(str::trim).filter(|origin| !origin.is_empty());
        let origins = texts.map(parse_origin).collect::<Result<Vec<_>, _>>()?;
        let rule = match origins.first().map(String::as_str) {
            None => "a list with an origin in it",
            Some(OPAQUE) => "a list whose first origin is the site's",
            Some(_) => return Ok(Self(origins)),
        };
        Err(invalid("LOGIN_ALLOWED_ORIGINS", rule))
    }

    /// The first origin: the demo site, to which callback URLs lead.
    #[must_use]
    pub fn site(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }

    /// Whether a page of this origin may call.
    #[must_use]
    pub fn allow(&self, origin: &str) -> bool {
        let is_port = |port: &str| port.parse::<u16>().is_ok();
        self.0.iter().any(|allowed| match allowed.strip_suffix('*') {
            Some(host) => origin.strip_prefix(host).is_some_and(is_port),
            None => origin == allowed,
        })
    }
}

/// Parses an origin. `:*` in place of the port means every port of this machine: that of a test page is not
/// known in advance.
fn parse_origin(text: &str) -> Result<String, String> {
    if matches!(text, OPAQUE | "http://localhost:*" | "http://127.0.0.1:*") {
        return Ok(text.to_owned());
    }
    let url = Url::parse(text).ok().filter(is_http);
    url.map(|url| url.origin().ascii_serialization()).filter(|origin| origin == text).ok_or_else(|| {
        let rule = "origins such as http://localhost:8000, separated by commas, \
                    without a path or a slash at the end";
        invalid("LOGIN_ALLOWED_ORIGINS", &format!("{rule} (found \"{text}\")"))
    })
}
