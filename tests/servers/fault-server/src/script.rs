//! What a server does with a connection, step by step.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::Duration;

use socket2::SockRef;

/// One thing that a server does.
#[derive(Debug, Clone)]
pub enum Step {
    /// Sends all of it.
    Send(Vec<u8>),
    /// Sends it byte by byte, with a pause after each.
    Drip(Vec<u8>, Duration),
    /// Sends it again and again, with a pause after each time, until the browser hangs up.
    Forever(Vec<u8>, Duration),
    /// Does nothing for a while.
    Pause(Duration),
    /// Does nothing until the browser hangs up.
    Silence,
    /// Resets the connection (RST) instead of closing it.
    Reset,
}

/// Sends all of it.
pub fn send(bytes: impl Into<Vec<u8>>) -> Step {
    Step::Send(bytes.into())
}

/// Sends a byte each so many milliseconds.
pub fn drip(bytes: impl Into<Vec<u8>>, pause_ms: u64) -> Step {
    Step::Drip(bytes.into(), Duration::from_millis(pause_ms))
}

/// Sends it each 20 milliseconds until the browser hangs up.
pub fn forever(bytes: impl Into<Vec<u8>>) -> Step {
    Step::Forever(bytes.into(), Duration::from_millis(20))
}

/// Gives the browser the time to read what came before.
pub const PAUSE: Step = Step::Pause(Duration::from_millis(500));

/// Does the steps in their order, then closes the connection. Stops early when the browser hangs up.
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
