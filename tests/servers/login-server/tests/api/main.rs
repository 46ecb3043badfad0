//! Tests of the server from outside: statuses, bodies, headers, mails, pages, and the process.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do"
)]

mod access;
mod confirm;
mod mail;
mod pages;
mod process;
mod request;
mod support;
