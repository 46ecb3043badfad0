//! Parses the parts of a request that this server needs.

use std::io::{self, ErrorKind, Read};
use std::net::TcpStream;

/// A request that was read completely.
#[derive(Debug)]
pub struct Request {
    pub method: String,
    /// Without the query.
    pub path: String,
}

/// More than any browser sends.
const MAX_HEAD: usize = 64 * 1024;

/// Reads the next request, with its body. Fails if the browser closes the connection first.
pub fn read(stream: &mut TcpStream) -> io::Result<Request> {
    let mut head = vec![];
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        if head.len() == MAX_HEAD || stream.read(&mut byte)? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        head.extend(byte);
    }
    let head = String::from_utf8_lossy(&head);
    let mut words = head.split([' ', '?']);
    let mut word = || words.next().unwrap_or_default().to_owned();
    let request = Request { method: word(), path: word() };
    io::copy(&mut stream.take(content_length(&head)), &mut io::sink())?;
    Ok(request)
}

fn content_length(head: &str) -> u64 {
    head.lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, value)| value.trim().parse().ok())
        .unwrap_or(0)
}
