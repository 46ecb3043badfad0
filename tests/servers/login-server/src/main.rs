//! Starts the local Login server with settings from the environment, on the loopback interface.

use std::{
    error::Error,
    io::{self, ErrorKind, Write},
    net::{Ipv4Addr, Ipv6Addr},
    process::ExitCode,
    time::Duration,
};

use axum::Router;
use login_server::{App, Config, Overview, router};
use tokio::{net::TcpListener, sync::watch, task::JoinSet, time::timeout};
use tracing::info;

/// How long pending responses may take after the server is asked to stop.
const GRACE: Duration = Duration::from_secs(1);
/// How many times to look for a port that is free on both loopback addresses.
const TRIES: usize = 16;

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(io::stderr).without_time().with_target(false).init();
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let config = Config::read(|name| std::env::var(name).ok())?;
    let (port, listeners) = bind(config.port).await?;
    let app = App::new(config)?;
    let stopping = stop_signal()?;
    let here = format!("http://localhost:{port}");
    // Scripts wait for the last line.
    let overview = Overview { app: &app, here: &here };
    writeln!(io::stdout(), "{overview}\nLogin server ready: {here}/api")?;
    serve(listeners, router(&app), stopping).await;
    Ok(())
}

/// Listens on 127.0.0.1 and, where the machine has it, on `[::1]`: `localhost` may mean either. Returns the actual
/// port, too; 0 takes a free one.
async fn bind(port: u16) -> Result<(u16, Vec<TcpListener>), String> {
    let is_taken = |error: &io::Error| error.kind() == ErrorKind::AddrInUse;
    let mut outcome = bind_both(port).await;
    for _ in 1..TRIES {
        if port != 0 || !outcome.as_ref().is_err_and(is_taken) {
            break;
        }
        outcome = bind_both(port).await;
    }
    outcome.map_err(|error| {
        if is_taken(&error) {
            format!("Port {port} is taken: stop what uses it, or set LOGIN_PORT to another port.")
        } else {
            format!("Port {port} cannot be used ({error}): set LOGIN_PORT to another port.")
        }
    })
}

async fn bind_both(port: u16) -> io::Result<(u16, Vec<TcpListener>)> {
    let ipv4 = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let port = ipv4.local_addr()?.port();
    match TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await {
        Ok(ipv6) => Ok((port, vec![ipv4, ipv6])),
        Err(error) if error.kind() == ErrorKind::AddrInUse => Err(error),
        Err(_) => Ok((port, vec![ipv4])),
    }
}

/// Serves until asked to stop.
async fn serve(listeners: Vec<TcpListener>, router: Router, stopping: watch::Receiver<()>) {
    let stopped =
        |mut stopping: watch::Receiver<()>| async move { stopping.changed().await.unwrap_or_default() };
    let start = |listener| {
        let server = axum::serve(listener, router.clone()).with_graceful_shutdown(stopped(stopping.clone()));
        server.into_future()
    };
    let servers: JoinSet<_> = listeners.into_iter().map(start).collect();
    stopped(stopping.clone()).await;
    if timeout(GRACE, servers.join_all()).await.is_err() {
        info!("Stopped while a response was pending.");
    }
}

/// Changes at Ctrl-C or SIGTERM.
fn stop_signal() -> Result<watch::Receiver<()>, ctrlc::Error> {
    let (stop, stopping) = watch::channel(());
    ctrlc::set_handler(move || stop.send_replace(()))?;
    Ok(stopping)
}
