//! An overview of the server: printed at start, and shown at `/`.

use std::fmt::Write;

use crate::{app::App, seeds};

/// What is printed at start. Scripts wait for the last line.
#[must_use]
pub fn start_text(app: &App, port: u16) -> String {
    let here = format!("http://localhost:{port}");
    format!("{}\nLogin server ready: {here}/api", overview(app, &here))
}

/// The server, its addresses and its content.
pub(crate) fn overview(app: &App, here: &str) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    write(&mut text, app, here).unwrap_or_default();
    text
}

fn write(text: &mut String, app: &App, here: &str) -> std::fmt::Result {
    let config = app.config();
    writeln!(text, "Local Login server: a stand-in for Xsolla Login, in memory.")?;
    writeln!(text, "FOR LOCAL USE ONLY. It serves this machine only; never expose it to the internet.")?;
    writeln!(text)?;
    writeln!(text, "  Overview  {here}/")?;
    writeln!(text, "  Mailbox   {here}/mailbox")?;
    writeln!(text, "  API       {here}/api")?;
    writeln!(text)?;
    writeln!(text, "  {:<13} {:<36}  {:<8} Good for trying", "Project", "Project ID", "Storage")?;
    for project in app.projects() {
        let storage = project.storage.name();
        writeln!(text, "  {:<13} {}  {storage:<8} {}", project.name, project.id, project.note)?;
    }
    writeln!(text)?;
    writeln!(text, "  {:<13} {:<18} Password (in every project)", "Player", "Email")?;
    for user in seeds::USERS {
        let deleted = if user.deleted { "  (deleted account)" } else { "" };
        writeln!(text, "  {:<13} {:<18} {}{deleted}", user.username, user.email, user.password)?;
    }
    writeln!(text)?;
    for (name, value) in config.shown() {
        writeln!(text, "  {name:<27} {value}")?;
    }
    Ok(())
}
