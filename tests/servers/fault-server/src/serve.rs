//! The server of one fault, which is correct except for the fault.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use socket2::{Domain, Socket, Type};

use crate::fault::{Fault, Location};
use crate::request::{self, Request};
use crate::response::{Response, response};
use crate::script::{perform, send};
use crate::seen::Seen;

/// A fault, its URL, and the requests that arrived.
#[derive(Debug)]
pub struct Site {
    pub fault: Arc<Fault>,
    pub seen: Arc<Seen>,
    pub base_url: String,
    /// Keeps the port reserved.
    _held: Option<Socket>,
}

impl Site {
    /// Whether the server responds to the next call too.
    pub fn responds_to_next(&self) -> bool {
        matches!(self.fault.location, Location::Preflight | Location::Post)
    }
}

/// Opens the port of a fault. Each fault has its own, because browsers limit the connections to one.
pub fn open(fault: Fault) -> io::Result<Site> {
    let (fault, seen) = (Arc::new(fault), Arc::new(Seen::default()));
    let (base_url, held) = match fault.location {
        Location::Elsewhere(base_url) => (base_url.to_owned(), None),
        Location::Port => {
            let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
            socket.bind(&SocketAddr::from((Ipv4Addr::LOCALHOST, 0)).into())?;
            let address = socket.local_addr()?.as_socket().ok_or(io::ErrorKind::AddrNotAvailable)?;
            (format!("http://{address}"), Some(socket))
        }
        Location::Connection { scheme } => (start(scheme, &fault, &seen)?, None),
        Location::Preflight | Location::Post => (start("http", &fault, &seen)?, None),
    };
    Ok(Site { fault, seen, base_url, _held: held })
}

/// Listens on a free port of the loopback interface.
pub fn listen() -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
}

fn start(scheme: &str, fault: &Arc<Fault>, seen: &Arc<Seen>) -> io::Result<String> {
    let listener = listen()?;
    let base_url = format!("{scheme}://{}", listener.local_addr()?);
    let (fault, seen) = (Arc::clone(fault), Arc::clone(seen));
    thread::spawn(move || each_connection(&listener, move |stream| talk(&fault, &seen, stream)));
    Ok(base_url)
}

/// Serves each connection in a separate thread.
pub fn each_connection(listener: &TcpListener, serve: impl Fn(TcpStream) + Clone + Send + 'static) {
    for stream in listener.incoming().flatten() {
        let serve = serve.clone();
        thread::spawn(move || stream.set_nodelay(true).map(|()| serve(stream)));
    }
}

fn talk(fault: &Fault, seen: &Seen, mut stream: TcpStream) {
    if matches!(fault.location, Location::Connection { .. }) {
        return perform(&fault.script, stream);
    }
    while let Ok(request) = request::read(&mut stream) {
        match (count(seen, &request), fault.location) {
            (Arrived::Preflight, Location::Preflight) => return perform(&fault.script, stream),
            (Arrived::Post, Location::Post) => return seen.while_open(|| perform(&fault.script, stream)),
            _ => {}
        }
        let kept = fault.keeps_connection && request.method == "OPTIONS";
        let Ok(same) = stream.try_clone() else { return };
        perform(&[send(valid_response(&request, kept))], same);
        if !kept {
            return;
        }
    }
}

enum Arrived {
    Preflight,
    Post,
    Other,
}

fn count(seen: &Seen, request: &Request) -> Arrived {
    let mut counts = seen.counts();
    let call = request.path.strip_suffix("/password/reset/request").map(|base| base.trim_start_matches('/'));
    match (request.method.as_str(), call) {
        ("OPTIONS" | "POST", Some(call)) if call.ends_with("/next") => {
            let call = counts.calls.entry(call.trim_end_matches("/next").to_owned()).or_default();
            call.next += u32::from(request.method == "POST");
            Arrived::Other
        }
        ("OPTIONS", Some(call)) => {
            counts.calls.entry(call.to_owned()).or_default().preflights += 1;
            Arrived::Preflight
        }
        ("POST", Some(call)) => {
            counts.calls.entry(call.to_owned()).or_default().posts += 1;
            Arrived::Post
        }
        _ => {
            counts.others += 1;
            Arrived::Other
        }
    }
}

/// The response of a server without a fault.
fn valid_response(request: &Request, keeps_connection: bool) -> Response {
    let good = response(204);
    let good = if keeps_connection { good.header("Connection: keep-alive") } else { good };
    if request.method == "OPTIONS" { valid_preflight(good) } else { good }
}

/// Allows the requests of the package.
pub fn valid_preflight(response: Response) -> Response {
    response.header("Access-Control-Allow-Methods: POST").header("Access-Control-Allow-Headers: Content-Type")
}
