//! URLs, which are validated but never rewritten: what is accepted is sent byte for byte.

use super::newtype::{Input, newtype};
use super::text::has_whitespace_or_control;
use super::{Check, Rule};
use crate::text::{is_digits, split_at_any};

newtype! {
    /// Where the player lands after the reset: one of the project's Callback URLs.
    ///
    /// It must equal a Callback URL in Publisher Account exactly, so it is never normalised. Launchers can register
    /// their own schemes: `mygame://login`.
    pub struct LoginUrl;

    /// Parses an absolute URL.
    ///
    /// # Examples
    /// ```
    /// use xsolla_password_reset::input::{LoginUrl, Rule};
    ///
    /// assert_eq!(LoginUrl::parse("mygame://login")?.as_str(), "mygame://login");
    /// assert_eq!(LoginUrl::parse("example.com/login"), Err(Rule::AbsoluteUrl));
    /// # Ok::<(), Rule>(())
    /// ```
    ///
    /// # Errors
    /// [`Rule::NoSpaces`], [`Rule::AbsoluteUrl`], [`Rule::Scheme`].
    fn parse = LoginUrl;
}

newtype! {
    /// The base URL of the API: `https`, or `http` on this machine for tests.
    ///
    /// `https://login.xsolla.com/api` by default.
    pub struct BaseUrl;

    /// Parses an origin and a path, and drops a trailing `/`.
    ///
    /// # Examples
    /// ```
    /// use xsolla_password_reset::input::{BaseUrl, Rule};
    ///
    /// assert_eq!(BaseUrl::parse("http://localhost:8001/api/")?.as_str(), "http://localhost:8001/api");
    /// assert_eq!(BaseUrl::parse("http://example.com/api"), Err(Rule::Https));
    /// # Ok::<(), Rule>(())
    /// ```
    ///
    /// # Errors
    /// [`Rule::NoSpaces`], [`Rule::AbsoluteUrl`], [`Rule::OriginAndPath`], [`Rule::Https`].
    fn parse = BaseUrl;
}

impl Default for BaseUrl {
    fn default() -> Self {
        Self("https://login.xsolla.com/api".into())
    }
}

pub(super) fn login_url(text: &str) -> Result<&str, Rule> {
    let (scheme, rest) = split_scheme(text)?;
    if ["javascript", "data", "blob", "file"].into_iter().any(|name| is_scheme(scheme, name)) {
        Err(Rule::Scheme)
    } else if (is_http(scheme) && host(rest).is_none()) || is_port(rest) {
        Err(Rule::AbsoluteUrl)
    } else {
        Ok(text)
    }
}

pub(super) fn base_url(text: &str) -> Result<&str, Rule> {
    let (scheme, rest) = split_scheme(text)?;
    if rest.iter().any(|byte| b"@?#".contains(byte)) {
        return Err(Rule::OriginAndPath);
    }
    match host(rest) {
        Some(host) if is_scheme(scheme, "https") || (is_scheme(scheme, "http") && is_loopback(host)) => {
            Ok(text.strip_suffix('/').unwrap_or(text))
        }
        None if is_http(scheme) => Err(Rule::AbsoluteUrl),
        _ => Err(Rule::Https),
    }
}

/// Splits a URL at the colon after its scheme. Source: RFC 3986, section 3.1.
fn split_scheme(text: &str) -> Result<(&[u8], &[u8]), Rule> {
    if has_whitespace_or_control(text) {
        return Err(Rule::NoSpaces);
    }
    let (scheme, rest) = split_at_any(text.as_bytes(), b":");
    let is_scheme = scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte));
    match rest {
        Some(rest) if is_scheme && !rest.is_empty() => Ok((scheme, rest)),
        _ => Err(Rule::AbsoluteUrl),
    }
}

fn is_scheme(scheme: &[u8], name: &str) -> bool {
    scheme.eq_ignore_ascii_case(name.as_bytes())
}

fn is_http(scheme: &[u8]) -> bool {
    is_scheme(scheme, "http") || is_scheme(scheme, "https")
}

/// The host in `//user@host:port/path?query#fragment`, without the port.
///
/// Rejects backslashes, because browsers treat them as slashes.
fn host(rest: &[u8]) -> Option<&[u8]> {
    let rest = rest.strip_prefix(b"//")?;
    if let (_, Some(_)) = split_at_any(rest, b"\\") {
        return None;
    }
    let mut host = authority(rest);
    while let (_, Some(after)) = split_at_any(host, b"@") {
        host = after;
    }
    // The colons of an IPv6 address are between brackets.
    let (name, port) = match split_at_any(host, b"]") {
        (_, Some(b"")) => (host, None),
        (_, Some(after)) => (host.strip_suffix(after)?, Some(after.strip_prefix(b":")?)),
        (_, None) => split_at_any(host, b":"),
    };
    (!name.is_empty() && is_digits(port.unwrap_or_default())).then_some(name)
}

/// Everything before the path, the query and the fragment.
fn authority(rest: &[u8]) -> &[u8] {
    split_at_any(rest, b"/?#").0
}

fn is_loopback(host: &[u8]) -> bool {
    host.eq_ignore_ascii_case(b"localhost")
        || host == b"[::1]"
        || (host.starts_with(b"127.") && is_ipv4(host))
}

/// Whether there are four numbers, of any size, between dots.
fn is_ipv4(host: &[u8]) -> bool {
    let mut rest = Some(host);
    for _ in 0..4 {
        let (number, more) = split_at_any(rest.unwrap_or_default(), b".");
        if number.is_empty() || !is_digits(number) {
            return false;
        }
        rest = more;
    }
    rest.is_none()
}

/// Whether the text after the colon is a port: in `localhost:3000/login`, `localhost` is a host, not a scheme.
fn is_port(rest: &[u8]) -> bool {
    let port = authority(rest);
    !port.is_empty() && is_digits(port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_url_is_absolute_and_unchanged() {
        for text in [
            "https://example.com",
            "http://example.com/",
            "HTTPS://Example.com/A?b=c&d=%20%e4#f",
            "https://user@example.com:8080/%2F?x=a+b",
            "https://[2001:db8::1]:443/",
            "https://例え.jp/ä",
            "mygame://login",
            "com.example.game:/oauth",
            "twingates://login/callback",
            "urn:isbn:123",
        ] {
            assert_eq!(LoginUrl::parse(text).unwrap().as_str(), text);
        }
        for (text, rule) in [
            ("", Rule::AbsoluteUrl),
            ("/login", Rule::AbsoluteUrl),
            ("//example.com", Rule::AbsoluteUrl),
            ("example.com", Rule::AbsoluteUrl),
            ("example.com:443/login", Rule::AbsoluteUrl),
            ("localhost:3000", Rule::AbsoluteUrl),
            ("localhost:3000?x", Rule::AbsoluteUrl),
            ("https:", Rule::AbsoluteUrl),
            ("https:example.com", Rule::AbsoluteUrl),
            ("https://", Rule::AbsoluteUrl),
            ("https:///path", Rule::AbsoluteUrl),
            ("https://:443", Rule::AbsoluteUrl),
            ("https://user@", Rule::AbsoluteUrl),
            ("https://example.com:port", Rule::AbsoluteUrl),
            ("https:\\\\example.com", Rule::AbsoluteUrl),
            ("1game://x", Rule::AbsoluteUrl),
            ("my_game://x", Rule::AbsoluteUrl),
            (":x", Rule::AbsoluteUrl),
            ("mygame:", Rule::AbsoluteUrl),
            ("javascript:alert(1)", Rule::Scheme),
            ("JavaScript:alert(1)", Rule::Scheme),
            ("data:text/html,x", Rule::Scheme),
            ("blob:https://example.com/1", Rule::Scheme),
            ("file:///etc/passwd", Rule::Scheme),
            (" https://example.com", Rule::NoSpaces),
            ("https://example.com/a b", Rule::NoSpaces),
            ("java\nscript:alert(1)", Rule::NoSpaces),
            ("\u{1}javascript:alert(1)", Rule::NoSpaces),
        ] {
            assert_eq!(LoginUrl::parse(text), Err(rule), "{text:?}");
        }
    }

    #[test]
    fn a_base_url_is_https_or_this_machine() {
        for (text, url) in [
            ("https://login.xsolla.com/api", "https://login.xsolla.com/api"),
            ("https://login.xsolla.com/api/", "https://login.xsolla.com/api"),
            ("https://login.example.com", "https://login.example.com"),
            ("https://10.0.0.1:8443/", "https://10.0.0.1:8443"),
            ("HTTP://LOCALHOST:8001/api", "HTTP://LOCALHOST:8001/api"),
            ("http://127.0.0.1/api", "http://127.0.0.1/api"),
            ("http://127.1.2.3:1", "http://127.1.2.3:1"),
            ("http://[::1]:8001/api", "http://[::1]:8001/api"),
            ("http://[::1]/api", "http://[::1]/api"),
            ("https://[::1]:/api", "https://[::1]:/api"),
        ] {
            assert_eq!(BaseUrl::parse(text).unwrap().as_str(), url);
        }
        for (text, rule) in [
            ("", Rule::AbsoluteUrl),
            ("login.xsolla.com", Rule::AbsoluteUrl),
            ("https://", Rule::AbsoluteUrl),
            ("https:login.xsolla.com", Rule::AbsoluteUrl),
            ("https://evil\\@localhost", Rule::OriginAndPath),
            ("https:\\\\login.xsolla.com", Rule::AbsoluteUrl),
            ("http://login.xsolla.com/api", Rule::Https),
            ("http://localhost.example.com", Rule::Https),
            ("http://127.0.0.1.example.com", Rule::Https),
            ("http://127.0.0.1e", Rule::Https),
            ("http://127.1", Rule::Https),
            ("http://127.0..", Rule::Https),
            ("http://127...1", Rule::Https),
            ("http://0.0.0.0", Rule::Https),
            ("http://[::2]", Rule::Https),
            ("http://[::1]evil", Rule::AbsoluteUrl),
            ("http://[::1]:80:80", Rule::AbsoluteUrl),
            ("https://login.xsolla.com:80:80", Rule::AbsoluteUrl),
            ("ftp://localhost", Rule::Https),
            ("javascript:alert(1)", Rule::Https),
            ("https://user@login.xsolla.com", Rule::OriginAndPath),
            ("http://localhost@example.com", Rule::OriginAndPath),
            ("https://login.xsolla.com/api?x=1", Rule::OriginAndPath),
            ("https://login.xsolla.com/api?", Rule::OriginAndPath),
            ("https://login.xsolla.com/api#", Rule::OriginAndPath),
            (" https://login.xsolla.com", Rule::NoSpaces),
            ("https://login\t.xsolla.com", Rule::NoSpaces),
        ] {
            assert_eq!(BaseUrl::parse(text), Err(rule), "{text:?}");
        }
        assert_eq!(BaseUrl::default(), BaseUrl::parse(BaseUrl::default().as_str()).unwrap());
    }
}
