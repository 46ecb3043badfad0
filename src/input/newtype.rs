use super::Check;

/// A type for a valid string, in two steps, of which the second is the same code for all types.
pub trait Input: Sized {
    /// The check of a text.
    const CHECK: Check;

    /// Creates the type from a checked text.
    fn from_checked(text: Box<str>) -> Self;
}

/// Declares a type for a valid string. `fn parse = Check` names the variant of [`Check`]. `fn parse = Check, format` also names a
/// function that brings the checked text into the API's format.
///
/// `Debug` does not show the value of a `secret` type, because it must not end up in logs.
macro_rules! newtype {
    ($(#[$doc:meta])* pub struct $name:ident; $($parse:tt)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name(Box<str>);
        newtype!(@impl $name $($parse)*);
    };
    ($(#[$doc:meta])* pub secret struct $name:ident; $($parse:tt)*) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(Box<str>);
        newtype!(@impl $name $($parse)*);

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(hidden)"))
            }
        }
    };
    (@impl $name:ident $(#[$doc:meta])* fn parse = $check:ident $(, $format:ident)?;) => {
        impl $name {
            $(#[$doc])*
            pub fn parse(text: &str) -> Result<Self, Rule> {
                Check::$check.run(text).map(|text| Self::from_checked(text.into()))
            }

            /// The text in the API's format.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Input for $name {
            const CHECK: Check = Check::$check;

            #[allow(unused_mut, reason = "most types have no format")]
            fn from_checked(mut text: Box<str>) -> Self {
                $($format(&mut text);)?
                Self(text)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0.into()
            }
        }

        impl From<$name> for Box<str> {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = Rule;

            fn from_str(text: &str) -> Result<Self, Rule> {
                Self::parse(text)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = Rule;

            fn try_from(text: &str) -> Result<Self, Rule> {
                Self::parse(text)
            }
        }
    };
}

pub(super) use newtype;
