//! Sends mail to a real SMTP server, after the HTTP response and without affecting it.

use std::{error::Error, time::Duration};

use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use tracing::{info, warn};

use crate::config::SmtpUrl;

const TIMEOUT: Duration = Duration::from_secs(10);

/// A connection to one SMTP server.
#[derive(Debug, Clone)]
pub struct Delivery {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    server: SmtpUrl,
}

impl Delivery {
    /// Prepares to send; no connection is made yet.
    pub fn to(server: &SmtpUrl) -> Result<Self, lettre::transport::smtp::Error> {
        let transport =
            AsyncSmtpTransport::<Tokio1Executor>::from_url(server.as_str())?.timeout(Some(TIMEOUT)).build();
        Ok(Self { transport, server: server.clone() })
    }

    /// Sends in the background; how that went is logged.
    pub fn send(&self, message: Message) {
        let Self { transport, server } = self.clone();
        tokio::spawn(async move {
            match transport.send(message).await {
                Ok(_) => info!("Delivered a mail to {server}."),
                Err(error) => warn!("No mail was delivered to {server}: {}", chain(&error)),
            }
        });
    }
}

/// An error with its causes.
fn chain(error: &(dyn Error + 'static)) -> String {
    std::iter::successors(Some(error), |&error| error.source())
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(": ")
}
