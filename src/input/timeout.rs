//! The time limit of a call.

use std::str::FromStr;
use std::time::Duration;

use super::Rule;
use crate::text::whole_number;

/// How long a call may take, including reading the response: 1 to 2,147,483,647 milliseconds (the range of a timer, about
/// 24 days), 10,000 by default.
///
/// # Examples
/// ```
/// use std::time::Duration;
/// use xsolla_password_reset::input::{Rule, Timeout};
///
/// assert_eq!(Timeout::try_from(Duration::from_secs(2))?.as_millis(), 2_000);
/// assert_eq!(Timeout::try_from(Duration::ZERO), Err(Rule::Milliseconds));
/// # Ok::<(), Rule>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeout(u32);

impl Timeout {
    /// Parses a number of milliseconds in decimal digits.
    ///
    /// # Errors
    /// [`Rule::Milliseconds`].
    pub fn parse(text: &str) -> Result<Self, Rule> {
        whole_number(text.as_bytes(), 1, i32::MAX as u64)
            .and_then(|milliseconds| u32::try_from(milliseconds).ok())
            .map_or(Err(Rule::Milliseconds), |milliseconds| Ok(Self(milliseconds)))
    }

    /// Milliseconds, at least 1.
    #[must_use]
    pub const fn as_millis(self) -> u32 {
        self.0
    }
}

impl Default for Timeout {
    fn default() -> Self {
        Self(10_000)
    }
}

impl TryFrom<Duration> for Timeout {
    type Error = Rule;

    /// Drops fractions of a millisecond.
    fn try_from(duration: Duration) -> Result<Self, Rule> {
        match u32::try_from(duration.as_millis()) {
            Ok(milliseconds @ 1..=0x7fff_ffff) => Ok(Self(milliseconds)),
            _ => Err(Rule::Milliseconds),
        }
    }
}

impl FromStr for Timeout {
    type Err = Rule;

    fn from_str(text: &str) -> Result<Self, Rule> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_limit_is_a_whole_number_in_the_range_of_a_timer() {
        for milliseconds in [1, 2, 10_000, 2_147_483_647] {
            assert_eq!(Timeout::parse(&milliseconds.to_string()).unwrap().as_millis(), milliseconds);
            let duration = Duration::from_millis(milliseconds.into());
            assert_eq!(Timeout::try_from(duration).unwrap().as_millis(), milliseconds);
        }
        for text in [
            "",
            "0",
            "-1",
            "0.5",
            "1.5",
            "1.",
            "2147483648",
            "Infinity",
            "-Infinity",
            "NaN",
            "5e-324",
            "1e+21",
            "99999999999999999999999999",
            " 1",
            "+1",
            "١",
        ] {
            assert_eq!(text.parse::<Timeout>(), Err(Rule::Milliseconds), "{text}");
        }
        assert_eq!(Timeout::default().as_millis(), 10_000);
    }

    #[test]
    fn a_duration_is_in_the_range_of_a_timer() {
        assert_eq!(Timeout::try_from(Duration::from_micros(1_999)).unwrap().as_millis(), 1);
        for duration in [
            Duration::ZERO,
            Duration::from_micros(999),
            Duration::from_millis(2_147_483_648),
            Duration::from_millis(4_294_967_297),
            Duration::MAX,
        ] {
            assert_eq!(Timeout::try_from(duration), Err(Rule::Milliseconds), "{duration:?}");
        }
    }
}
