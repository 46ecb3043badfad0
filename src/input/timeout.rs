//! The time limit of a call.

use super::Rule;

/// How long a call may take, including reading the response: 1 to 2,147,483,647 milliseconds (the range of a timer, about
/// 24 days), 10,000 by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeoutMs(u32);

impl TimeoutMs {
    /// Parses a number of milliseconds.
    ///
    /// # Examples
    /// ```
    /// use xsolla_password_reset::input::{Rule, TimeoutMs};
    ///
    /// assert_eq!(TimeoutMs::parse(2_000.0)?.get(), 2_000);
    /// assert_eq!(TimeoutMs::parse(0.5), Err(Rule::Milliseconds));
    /// # Ok::<(), Rule>(())
    /// ```
    ///
    /// # Errors
    /// [`Rule::Milliseconds`].
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "excluded by the range")]
    pub fn parse(milliseconds: f64) -> Result<Self, Rule> {
        let fits = (1.0..=f64::from(i32::MAX)).contains(&milliseconds) && milliseconds.fract() == 0.0;
        if fits { Ok(Self(milliseconds as u32)) } else { Err(Rule::Milliseconds) }
    }

    /// Milliseconds, at least 1.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Default for TimeoutMs {
    fn default() -> Self {
        Self(10_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_limit_is_a_whole_number_in_the_range_of_a_timer() {
        for milliseconds in [1, 2, 10_000, 2_147_483_647] {
            assert_eq!(TimeoutMs::parse(f64::from(milliseconds)).unwrap().get(), milliseconds);
        }
        for milliseconds in [
            0.0,
            -0.0,
            -1.0,
            0.5,
            1.5,
            2_147_483_648.0,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
            f64::MIN_POSITIVE,
        ] {
            assert_eq!(TimeoutMs::parse(milliseconds), Err(Rule::Milliseconds), "{milliseconds}");
        }
        assert_eq!(TimeoutMs::default().get(), 10_000);
    }
}
