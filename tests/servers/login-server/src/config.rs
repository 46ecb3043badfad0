//! The settings, read once from the environment.

use std::{fmt, num::NonZeroU32, time::Duration};

use url::Url;

const DEFAULT_PORT: u16 = 8001;
const DEFAULT_ORIGINS: &str = "http://localhost:8000,http://127.0.0.1:8000";
const DEFAULT_CODE_TTL_SECONDS: u64 = 3600;
const DEFAULT_REQUESTS_PER_MINUTE: u32 = 3;
/// Ten years: longer than any use, and short enough that adding it to a date cannot overflow.
const MAX_CODE_TTL_SECONDS: u64 = 10 * 365 * 24 * 3600;

/// The settings of this server, all valid.
#[derive(Debug, Clone)]
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
    /// `SMTP_URL`: the server to which mail is really sent as well, if any.
    pub smtp_url: Option<SmtpUrl>,
}

impl Config {
    /// Reads the environment of this process.
    ///
    /// # Errors
    /// Names the first invalid setting, and its rule.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::read(|name| std::env::var(name).ok())
    }

    /// Reads the settings through `lookup`; an empty value counts as not set.
    ///
    /// # Errors
    /// Names the first invalid setting, and its rule.
    pub fn read(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let setting = |name: &str| lookup(name).filter(|value| !value.trim().is_empty());
        let allowed_origins =
            AllowedOrigins::parse(setting("LOGIN_ALLOWED_ORIGINS").as_deref().unwrap_or(DEFAULT_ORIGINS))?;
        let reset_form = setting("LOGIN_RESET_FORM")
            .unwrap_or_else(|| format!("{}/new-password.html", allowed_origins.site()));
        Ok(Self {
            port: number(&setting, "LOGIN_PORT", DEFAULT_PORT, "a port from 0 to 65535")?,
            reset_form: parse_reset_form(&reset_form)?,
            allowed_origins,
            code_ttl: code_ttl(&setting)?,
            requests_per_minute: number(
                &setting,
                "LOGIN_REQUESTS_PER_MINUTE",
                NonZeroU32::new(DEFAULT_REQUESTS_PER_MINUTE).unwrap_or(NonZeroU32::MIN),
                "a whole number, at least 1",
            )?,
            smtp_url: setting("SMTP_URL").map(|url| SmtpUrl::parse(&url)).transpose()?,
        })
    }
}

impl Config {
    /// The settings without secrets, each with the name of its variable.
    pub(crate) fn shown(&self) -> [(&'static str, String); 5] {
        let origins = self.allowed_origins.iter().collect::<Vec<_>>().join(", ");
        let smtp = self
            .smtp_url
            .as_ref()
            .map_or("not set: mail stays in the mailbox".to_owned(), ToString::to_string);
        [
            ("LOGIN_ALLOWED_ORIGINS", origins),
            ("LOGIN_RESET_FORM", self.reset_form.to_string()),
            ("LOGIN_CODE_TTL_SECONDS", self.code_ttl.as_secs().to_string()),
            ("LOGIN_REQUESTS_PER_MINUTE", self.requests_per_minute.to_string()),
            ("SMTP_URL", smtp),
        ]
    }
}

/// An invalid setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    setting: &'static str,
    rule: String,
}

impl ConfigError {
    fn new(setting: &'static str, rule: impl Into<String>) -> Self {
        Self { setting, rule: rule.into() }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} must be {}.", self.setting, self.rule)
    }
}

impl std::error::Error for ConfigError {}

/// The origins whose pages may call; at least one.
#[derive(Debug, Clone)]
pub struct AllowedOrigins(Vec<String>);

impl AllowedOrigins {
    fn parse(list: &str) -> Result<Self, ConfigError> {
        let texts = list.split(',').map(str::trim).filter(|origin| !origin.is_empty());
        let origins = texts.map(parse_origin).collect::<Result<Vec<_>, _>>()?;
        match origins.first().map(String::as_str) {
            None => Err(ConfigError::new("LOGIN_ALLOWED_ORIGINS", "a list with an origin in it")),
            Some(OPAQUE) => {
                Err(ConfigError::new("LOGIN_ALLOWED_ORIGINS", "a list whose first origin is the site's"))
            }
            Some(_) => Ok(Self(origins)),
        }
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
        self.iter().any(|allowed| match allowed.strip_suffix('*') {
            Some(host) => origin.strip_prefix(host).is_some_and(is_port),
            None => origin == allowed,
        })
    }

    /// All origins, as in an `Origin` header.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// The origin of a page without a site, such as one opened from a file.
const OPAQUE: &str = "null";

/// Parses an origin. `:*` in place of the port means every port of this machine: that of a test page is not
/// known in advance.
fn parse_origin(text: &str) -> Result<String, ConfigError> {
    if matches!(text, OPAQUE | "http://localhost:*" | "http://127.0.0.1:*") {
        return Ok(text.to_owned());
    }
    Url::parse(text)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https"))
        .map(|url| url.origin().ascii_serialization())
        .filter(|origin| origin == text)
        .ok_or_else(|| {
            let rule = "origins such as http://localhost:8000, separated by commas, \
                        without a path or a slash at the end";
            ConfigError::new("LOGIN_ALLOWED_ORIGINS", format!("{rule} (found \"{text}\")"))
        })
}

/// The URL of an SMTP server. It may contain a password, so it is never shown completely.
#[derive(Clone)]
pub struct SmtpUrl(Url);

impl SmtpUrl {
    fn parse(text: &str) -> Result<Self, ConfigError> {
        Url::parse(text)
            .ok()
            .filter(|url| matches!(url.scheme(), "smtp" | "smtps") && url.has_host())
            .map(Self)
            .ok_or_else(|| ConfigError::new("SMTP_URL", "an smtp:// or smtps:// URL with a host"))
    }

    pub(crate) fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.0.scheme(), self.0.host_str().unwrap_or_default())?;
        self.0.port().map_or(Ok(()), |port| write!(f, ":{port}"))
    }
}

impl fmt::Debug for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SmtpUrl({self})")
    }
}

fn parse_reset_form(text: &str) -> Result<Url, ConfigError> {
    Url::parse(text)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https"))
        .ok_or_else(|| ConfigError::new("LOGIN_RESET_FORM", "an http:// or https:// URL"))
}

fn code_ttl(setting: &impl Fn(&str) -> Option<String>) -> Result<Duration, ConfigError> {
    let name = "LOGIN_CODE_TTL_SECONDS";
    let rule = format!("a whole number from 1 to {MAX_CODE_TTL_SECONDS}");
    let seconds = number(setting, name, DEFAULT_CODE_TTL_SECONDS, &rule)?;
    if (1..=MAX_CODE_TTL_SECONDS).contains(&seconds) {
        Ok(Duration::from_secs(seconds))
    } else {
        Err(ConfigError::new(name, rule))
    }
}

fn number<T: std::str::FromStr>(
    setting: &impl Fn(&str) -> Option<String>,
    name: &'static str,
    default: T,
    rule: &str,
) -> Result<T, ConfigError> {
    setting(name).map_or(Ok(default), |text| {
        text.trim().parse().map_err(|_| ConfigError::new(name, format!("{rule} (found \"{text}\")")))
    })
}
