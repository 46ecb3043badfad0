/// Declares a type for a valid string. `fn parse = check` names the function that checks a text and returns it in the API's
/// format.
///
/// `Debug` does not show the value of a `secret` type, because it must not end up in logs.
macro_rules! newtype {
    ($(#[$doc:meta])* pub struct $name:ident; $($parse:tt)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name(String);
        newtype!(@impl $name $($parse)*);
    };
    ($(#[$doc:meta])* pub secret struct $name:ident; $($parse:tt)*) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(String);
        newtype!(@impl $name $($parse)*);

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(hidden)"))
            }
        }
    };
    (@impl $name:ident $(#[$doc:meta])* fn parse = $check:ident;) => {
        impl $name {
            $(#[$doc])*
            pub fn parse(text: &str) -> Result<Self, Rule> {
                $check(text).map(|checked| Self(checked.into()))
            }

            /// The text in the API's format.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }
    };
}

pub(super) use newtype;
