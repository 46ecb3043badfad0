//! The options that both calls take.

use crate::input::{BaseUrl, Timeout};
use crate::options::Options;

/// Where the API is, and how long a call may take. The defaults suit production.
///
/// # Examples
/// A test server on this machine:
/// ```
/// use std::time::Duration;
/// use xsolla_password_reset::ApiConfig;
/// use xsolla_password_reset::input::Rule;
///
/// let mut config = ApiConfig::default();
/// assert_eq!(config.timeout.as_millis(), 10_000);
/// config.base_url = "http://localhost:8001/api".parse()?;
/// config.timeout = Duration::from_secs(2).try_into()?;
/// # Ok::<(), Rule>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApiConfig {
    /// The API's base URL; `https://login.xsolla.com/api` by default.
    pub base_url: BaseUrl,
    /// The time limit of the whole call; 10 seconds by default.
    pub timeout: Timeout,
}

impl ApiConfig {
    pub(crate) fn read(options: &mut Options<'_>) -> Self {
        let base_url = options.optional("baseUrl").unwrap_or_default();
        let timeout = options.timeout().unwrap_or_default();
        options.signal_and_fetch();
        Self { base_url, timeout }
    }
}
