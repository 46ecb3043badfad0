/// Declares a type that holds a checked string. What it checks stands in its `parse`.
///
/// `secret` types do not show their value to `Debug`: they are what a player would not want in a log.
macro_rules! newtype {
    ($(#[$doc:meta])* pub struct $name:ident;) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name(String);
        newtype!(@as_str $name);
    };
    ($(#[$doc:meta])* pub secret struct $name:ident;) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(String);
        newtype!(@as_str $name);

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(hidden)"))
            }
        }
    };
    (@as_str $name:ident) => {
        impl $name {
            /// The text as it is sent.
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
