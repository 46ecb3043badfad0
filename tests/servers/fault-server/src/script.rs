//! The steps that a server takes on a connection.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::Duration;

use socket2::SockRef;

/// One step.
#[derive(Debug, Clone)]
pub enum Step {
    /// Sends all bytes.
    Send(Vec<u8>),
    /// Sends one byte at a time, with a pause before each.
    Drip(Vec<u8>, Duration),
    /// Sends the bytes repeatedly, with a pause before each time, until the browser closes the connection.
    Forever(Vec<u8>, Duration),
    /// Waits.
    Pause(Duration),
    /// Waits until the browser closes the connection.
    Silence,
    /// Resets the connection (RST) instead of closing it.
    Reset,
}

/// Sends all bytes.
pub fn send(bytes: impl Into<Vec<u8>>) -> Step {
    Step::Send(bytes.into())
}

/// Sends one byte every `pause_ms` milliseconds.
pub fn drip(bytes: impl Into<Vec<u8>>, pause_ms: u64) -> Step {
    Step::Drip(bytes.into(), Duration::from_millis(pause_ms))
}

/// Sends the bytes every 20 milliseconds until the browser closes the connection.
pub fn forever(bytes: impl Into<Vec<u8>>) -> Step {
    Step::Forever(bytes.into(), Duration::from_millis(20))
}

/// Time for the browser to read the bytes sent before.
pub const PAUSE: Step = Step::Pause(Duration::from_millis(500));

/// Takes the steps in order, then closes the connection. Stops early if the browser closes it.
pub fn perform(script: &[Step], mut stream: TcpStream) {
    for step in script {
        let done = match step {
            Step::Send(bytes) => stream.write_all(bytes),
            Step::Drip(bytes, pause) => bytes.iter().try_for_each(|byte| {
                sleep(*pause);
                stream.write_all(&[*byte])
            }),
            Step::Forever(bytes, pause) => loop {
                sleep(*pause);
                if let Err(gone) = stream.write_all(bytes) {
                    break Err(gone);
                }
            },
            Step::Pause(pause) => {
                sleep(*pause);
                Ok(())
            }
            Step::Silence => wait_for_end(&mut stream),
            Step::Reset => SockRef::from(&stream).set_linger(Some(Duration::ZERO)),
        };
        if done.is_err() {
            return;
        }
    }
}

fn wait_for_end(stream: &mut TcpStream) -> std::io::Result<()> {
    while stream.read(&mut [0; 1024])? > 0 {}
    Ok(())
}
