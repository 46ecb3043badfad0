//! A local replacement for Xsolla Login: the calls that a password reset needs, in memory, with a
//! mailbox. For local use only: it listens on the loopback interface.

mod api;
mod app;
mod config;
mod error;
mod guard;
mod input;
mod mail;
mod pages;
mod projects;
mod world;

pub use app::{App, router};
pub use config::Config;
pub use pages::Overview;
