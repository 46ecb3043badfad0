//! A local replacement for Xsolla Login: the calls that a password reset needs, in memory, with a
//! mailbox. For local use only: it listens on the loopback interface.

mod api;
mod app;
pub mod banner;
mod codes;
mod config;
mod error;
mod guard;
mod limiter;
mod mail;
mod mailbox;
mod pages;
mod project;
mod routes;
mod seeds;
pub mod serve;
mod world;

pub use app::App;
pub use config::{Config, ConfigError};
pub use routes::router;
