//! The languages that mails are written in, and the locale that picks one.

/// A language of the mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    English,
    German,
    Japanese,
    Arabic,
}

impl Language {
    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Japanese => "ja",
            Self::Arabic => "ar",
        }
    }

    /// The value of HTML's `dir`.
    pub fn direction(self) -> &'static str {
        match self {
            Self::English | Self::German | Self::Japanese => "ltr",
            Self::Arabic => "rtl",
        }
    }
}

/// The `locale` of a request: at least 2 characters.
#[derive(Debug, Clone)]
pub struct Locale(String);

impl Locale {
    pub const RULE: &str = "must be at least 2 characters";

    pub fn parse(text: &str) -> Option<Self> {
        (text.chars().count() >= 2).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language before `_` or `-`; English if there are no mails in it.
    pub fn language(&self) -> Language {
        let subtag = self.0.split(['_', '-']).next().unwrap_or_default();
        match subtag.to_ascii_lowercase().as_str() {
            "de" => Language::German,
            "ja" => Language::Japanese,
            "ar" => Language::Arabic,
            _ => Language::English,
        }
    }
}

impl serde::Serialize for Language {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}
