//! A project's own rules for passwords.

use crate::input::Rule;
use crate::message::{LIST, NUMBER, OBJECT, STRING};
use crate::options::Options;
use crate::text::{concat, push_byte, push_decimal, whole_number};

/// What a requirement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)] // Compiles to smaller code than one byte.
pub enum Requires {
    /// At least so many characters (Unicode code points).
    MinLength,
    /// At most so many characters.
    MaxLength,
    /// No characters but these.
    AllowedCharacters,
    /// None of these characters.
    ForbiddenCharacters,
    /// At least so many of these characters.
    ShouldContain,
}

/// One requirement of a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Requirement<'a> {
    /// What it is about.
    pub requires: Requires,
    /// How many characters; 0 if it is not about a number.
    pub count: u32,
    /// Which characters; empty if it is about any.
    pub characters: &'a str,
    /// Where it is in the options of JavaScript.
    pub(crate) path: String,
}

impl Requirement<'_> {
    /// Whether a password meets it.
    #[must_use]
    pub fn is_met_by(&self, password: &str) -> bool {
        let (mut counted, mut is_allowed) = (0, true);
        for character in password.chars() {
            is_allowed &= self.allows(character);
            counted += u32::from(self.requires != Requires::ShouldContain || self.lists(character));
        }
        let is_enough =
            if self.requires == Requires::MaxLength { counted <= self.count } else { counted >= self.count };
        is_allowed && is_enough
    }

    fn lists(&self, character: char) -> bool {
        self.characters.chars().any(|listed| listed == character)
    }

    /// Whether a password may contain a character.
    fn allows(&self, character: char) -> bool {
        match self.requires {
            Requires::AllowedCharacters => self.lists(character),
            Requires::ForbiddenCharacters => !self.lists(character),
            _ => true,
        }
    }
}

/// A project's own rules for passwords, from its settings in Publisher Account.
///
/// `confirmPasswordReset` has it as the option `passwordPolicy`. Xsolla Login enforces the policy itself; this one tells the
/// player before anything is sent.
///
/// Source: `ValidationType` of `@xsolla/login-sdk` 0.95.0: `min_length`, `max_length`, `allowed_characters`,
/// `forbidden_characters`, `should_contain`.
///
/// # Examples
/// ```
/// use xsolla_password_reset::input::Rule;
/// use xsolla_password_reset::{PasswordPolicy, Requires};
///
/// let policy = PasswordPolicy::default()
///     .with(Requires::MinLength, 8, "")?
///     .with(Requires::ShouldContain, 1, "0123456789")?;
/// let broken: Vec<_> = policy.broken_by("secret").map(|requirement| requirement.requires).collect();
/// assert_eq!(broken, [Requires::MinLength, Requires::ShouldContain]);
/// assert_eq!(policy.with(Requires::MaxLength, 7, ""), Err(Rule::Impossible));
/// # Ok::<(), Rule>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PasswordPolicy<'a> {
    requirements: Vec<Requirement<'a>>,
    /// How many characters the sets need together. It is kept, because the player's every key leads here: comparing all sets for
    /// each of them would take seconds for some hundreds.
    places: u32,
}

/// The limits of the API for any password.
const MIN_LENGTH: u32 = 6;
const MAX_LENGTH: u32 = 100;

/// The largest number in a policy. A project's own limit may be above that of the API.
const MAX_COUNT: u64 = 1000;

impl<'a> PasswordPolicy<'a> {
    /// Adds a requirement: a number of characters, some characters, or both.
    ///
    /// # Errors
    /// [`Rule::Impossible`] if no password of 6 to 100 characters meets this requirement beside the others. Sets that share
    /// characters are not added up.
    pub fn with(mut self, requires: Requires, count: u32, characters: &'a str) -> Result<Self, Rule> {
        if self.add(Requirement { requires, count, characters, path: String::new() }) {
            Ok(self)
        } else {
            Err(Rule::Impossible)
        }
    }

    /// All requirements, in the order in which they were added.
    #[must_use]
    pub fn requirements(&self) -> &[Requirement<'a>] {
        &self.requirements
    }

    /// The requirements that a password does not meet.
    pub fn broken_by(&self, password: &str) -> impl Iterator<Item = &Requirement<'a>> {
        self.requirements.iter().filter(move |requirement| !requirement.is_met_by(password))
    }

    /// Reads the values of the option `passwordPolicy`, and reports which requirements a password does not meet.
    pub(crate) fn check(options: &mut Options<'a>, password: Option<&str>) {
        let mut policy = Self::default();
        let reported = options.reported();
        policy.read(options, Requires::MinLength, "passwordPolicy.minLength");
        policy.read(options, Requires::MaxLength, "passwordPolicy.maxLength");
        policy.read(options, Requires::AllowedCharacters, "passwordPolicy.allowedCharacters");
        policy.read(options, Requires::ForbiddenCharacters, "passwordPolicy.forbiddenCharacters");
        // The text has one character for each item.
        let items = options.take("passwordPolicy.shouldContain", LIST, Rule::Array, None);
        for index in 0..items.unwrap_or_default().len() {
            let mut path = concat(&["passwordPolicy.shouldContain["]);
            push_decimal(&mut path, index as u64);
            push_byte(&mut path, b']');
            options.take(&path, OBJECT, Rule::Object, Some(Rule::Object));
            policy.read(options, Requires::ShouldContain, &path);
        }
        // A password does not break a malformed policy.
        if let Some(password) = password
            && options.reported() == reported
        {
            for requirement in policy.broken_by(password) {
                options.report_password(&requirement.path);
            }
        }
    }

    /// Reads a requirement. A number, or characters, are the value of an option; both are properties of it.
    fn read(&mut self, options: &mut Options<'a>, requires: Requires, path: &str) {
        let has_both = requires == Requires::ShouldContain;
        let mut characters = None;
        let mut count = None;
        if requires as u32 >= Requires::AllowedCharacters as u32 {
            let name = concat(&[path, if has_both { ".characters" } else { "" }]);
            characters = options.take(&name, STRING, Rule::String, has_both.then_some(Rule::Required));
            if characters == Some("") {
                options.report(&name, Rule::NotEmpty);
                characters = None;
            }
        }
        if has_both || requires as u32 <= Requires::MaxLength as u32 {
            let name = concat(&[path, if has_both { ".count" } else { "" }]);
            let text = options.take(&name, NUMBER, Rule::Count, None);
            count = text.and_then(|text| whole_number(text.as_bytes(), 0, MAX_COUNT));
            if text.is_some() && count.is_none() {
                options.report(&name, Rule::Count);
            }
        }
        #[expect(clippy::cast_possible_truncation, reason = "at most 1000")]
        let requirement = Requirement {
            requires,
            count: count.map_or(u32::from(has_both), |count| count as u32),
            characters: characters.unwrap_or_default(),
            path: concat(&[path]),
        };
        if (characters.is_some() || (count.is_some() && !has_both)) && !self.add(requirement) {
            options.report(path, Rule::Impossible);
        }
    }

    /// Returns whether a password can still meet all requirements. If not, the requirement is not added.
    pub(crate) fn add(&mut self, requirement: Requirement<'a>) -> bool {
        let before = self.places;
        let is_set = requirement.requires == Requires::ShouldContain;
        let mut index = self.requirements.len();
        self.requirements.push(requirement);
        if !is_set {
            // It may leave fewer characters that sets can share.
            (self.places, index) = (0, 0);
        }
        while let Some(added) = self.requirements.get(index) {
            self.places = self.places.saturating_add(self.places_of(added, index));
            index += 1;
        }
        let is_possible = self.is_possible();
        if !is_possible {
            // Otherwise, each later one would be impossible, too.
            self.requirements.pop();
            self.places = before;
        }
        is_possible
    }

    /// How many characters a requirement needs beside those before it: those of a set that shares no character with them.
    fn places_of(&self, requirement: &Requirement<'_>, index: usize) -> u32 {
        let is_shared = |character| {
            let mut sets = self.requirements.iter().take(index);
            sets.any(|other| other.requires == Requires::ShouldContain && other.lists(character))
                && self.is_usable(character)
        };
        let is_set = requirement.requires == Requires::ShouldContain;
        if is_set && !requirement.characters.chars().any(is_shared) { requirement.count } else { 0 }
    }

    fn is_usable(&self, character: char) -> bool {
        self.requirements.iter().all(|other| other.allows(character))
    }

    fn is_possible(&self) -> bool {
        let max = self.requirements.iter().find(|other| other.requires == Requires::MaxLength);
        let max = max.map_or(MAX_LENGTH, |other| other.count.min(MAX_LENGTH));
        max >= MIN_LENGTH
            && max >= self.places
            && self.requirements.iter().all(|requirement| {
                let needs_any = match requirement.requires {
                    Requires::AllowedCharacters => true,
                    Requires::ShouldContain => requirement.count > 0,
                    _ => false,
                };
                (requirement.count <= max || requirement.requires == Requires::MaxLength)
                    && (!needs_any
                        || requirement.characters.chars().any(|character| self.is_usable(character)))
            })
    }
}

#[cfg(test)]
mod tests;
