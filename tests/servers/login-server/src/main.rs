//! Starts the local Login server with settings from the environment.

use std::{io::Write, process::ExitCode};

use login_server::{App, Config, banner, serve};

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(std::io::stderr).without_time().with_target(false).init();
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let config = Config::from_env()?;
    let listeners = serve::bind(config.port).await?;
    let app = App::new(config)?;
    let stop = serve::stop_signal()?;
    writeln!(std::io::stdout(), "{}", banner::start_text(&app, listeners.port()))?;
    serve::until(stop, listeners, app).await;
    Ok(())
}
