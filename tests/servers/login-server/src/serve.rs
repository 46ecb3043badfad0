//! Listens on the loopback interface, and shuts down gracefully.

use std::{
    fmt,
    io::{self, ErrorKind},
    net::{Ipv4Addr, Ipv6Addr},
    sync::Arc,
    time::Duration,
};

use tokio::{
    net::TcpListener,
    sync::{Notify, watch},
    task::JoinSet,
    time::timeout,
};
use tracing::info;

use crate::{app::App, routes::router};

/// How long pending responses may take after the server is asked to stop.
const GRACE: Duration = Duration::from_secs(1);
/// How many times to look for a port that is free on both loopback addresses.
const TRIES: usize = 16;

/// The loopback addresses to listen on, with one port.
#[derive(Debug)]
pub struct Listeners {
    ipv4: TcpListener,
    ipv6: Option<TcpListener>,
    port: u16,
}

impl Listeners {
    /// The actual port, also if the setting was 0.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }
}

/// A port on which the server cannot listen.
#[derive(Debug)]
pub struct BindError {
    port: u16,
    cause: io::Error,
}

impl fmt::Display for BindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { port, cause } = self;
        if cause.kind() == ErrorKind::AddrInUse {
            write!(f, "Port {port} is taken: stop what uses it, or set LOGIN_PORT to another port.")
        } else {
            write!(f, "Port {port} cannot be used ({cause}): set LOGIN_PORT to another port.")
        }
    }
}

impl std::error::Error for BindError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}

/// Listens on 127.0.0.1 and, where the machine has it, on `[::1]`: `localhost` may mean either.
///
/// # Errors
/// When the port is taken or not permitted.
pub async fn bind(port: u16) -> Result<Listeners, BindError> {
    let mut outcome = bind_both(port).await;
    for _ in 1..TRIES {
        let taken = outcome.as_ref().is_err_and(|cause| cause.kind() == ErrorKind::AddrInUse);
        if port != 0 || !taken {
            break;
        }
        outcome = bind_both(port).await;
    }
    outcome.map_err(|cause| BindError { port, cause })
}

async fn bind_both(port: u16) -> io::Result<Listeners> {
    let ipv4 = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let port = ipv4.local_addr()?.port();
    let ipv6 = match TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await {
        Ok(listener) => Some(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => return Err(error),
        Err(_) => None,
    };
    Ok(Listeners { ipv4, ipv6, port })
}

/// Serves until asked to stop.
pub async fn until(stop: impl Future<Output = ()>, listeners: Listeners, app: App) {
    let router = router(app);
    let (stopping, stopped) = watch::channel(());
    let mut servers = JoinSet::new();
    for listener in [Some(listeners.ipv4), listeners.ipv6].into_iter().flatten() {
        let mut stopped = stopped.clone();
        let server = axum::serve(listener, router.clone()).with_graceful_shutdown(async move {
            // Closing the channel is the signal; no value is sent.
            stopped.changed().await.unwrap_or_default();
        });
        servers.spawn(server.into_future());
    }
    stop.await;
    drop(stopping);
    if timeout(GRACE, servers.join_all()).await.is_err() {
        info!("Stopped while a response was pending.");
    }
}

/// Waits for Ctrl-C or SIGTERM. Listens for them from now on, also before it is awaited.
///
/// # Errors
/// When the signals cannot be listened for.
pub fn stop_signal() -> Result<impl Future<Output = ()>, ctrlc::Error> {
    let asked = Arc::new(Notify::new());
    let notify = Arc::clone(&asked);
    ctrlc::set_handler(move || notify.notify_one())?;
    Ok(async move { asked.notified().await })
}
