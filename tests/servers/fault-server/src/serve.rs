//! The server of one fault: it behaves, except for the fault.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use socket2::{Domain, Socket, Type};

use crate::answer::{Answer, answer};
use crate::fault::{Fault, Place};
use crate::request::{self, Request};
use crate::script::{perform, send};
use crate::seen::Seen;

/// A fault, where it is, and what arrived there.
#[derive(Debug)]
pub struct Site {
    pub fault: Arc<Fault>,
    pub seen: Arc<Seen>,
    pub base_url: String,
    /// Keeps a port from being given to others.
    _held: Option<Socket>,
}

impl Site {
    /// Whether the next call can be made there too.
    pub fn responds_to_next(&self) -> bool {
        matches!(self.fault.place, Place::Preflight | Place::Post)
    }
}

/// Opens the port of a fault. It is always the fault's own: browsers open few connections to each.
pub fn open(fault: Fault) -> io::Result<Site> {
    let (fault, seen) = (Arc::new(fault), Arc::new(Seen::default()));
    let (base_url, held) = match fault.place {
        Place::Elsewhere(base_url) => (base_url.to_owned(), None),
        Place::Port => {
            let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
            socket.bind(&SocketAddr::from((Ipv4Addr::LOCALHOST, 0)).into())?;
            let address = socket.local_addr()?.as_socket().ok_or(io::ErrorKind::AddrNotAvailable)?;
            (format!("http://{address}"), Some(socket))
        }
        Place::Connection { scheme } => (start(scheme, &fault, &seen)?, None),
        Place::Preflight | Place::Post => (start("http", &fault, &seen)?, None),
    };
    Ok(Site { fault, seen, base_url, _held: held })
}

/// Listens on any free port of the loopback interface.
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

/// Serves each connection in a thread of its own.
pub fn each_connection(listener: &TcpListener, serve: impl Fn(TcpStream) + Clone + Send + 'static) {
    for stream in listener.incoming().flatten() {
        let serve = serve.clone();
        thread::spawn(move || stream.set_nodelay(true).map(|()| serve(stream)));
    }
}

fn talk(fault: &Fault, seen: &Seen, mut stream: TcpStream) {
    if matches!(fault.place, Place::Connection { .. }) {
        return perform(&fault.script, stream);
    }
    while let Ok(request) = request::read(&mut stream) {
        match (count(seen, &request), fault.place) {
            (Arrived::Preflight, Place::Preflight) => return perform(&fault.script, stream),
            (Arrived::Post, Place::Post) => return seen.while_open(|| perform(&fault.script, stream)),
            _ => {}
        }
        let kept = fault.keeps_connection && request.method == "OPTIONS";
        let Ok(same) = stream.try_clone() else { return };
        perform(&[send(good_answer(&request, kept))], same);
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

/// What a server without a fault answers.
fn good_answer(request: &Request, keeps_connection: bool) -> Answer {
    let good = answer(204);
    let good = if keeps_connection { good.header("Connection: keep-alive") } else { good };
    if request.method == "OPTIONS" { good_preflight(good) } else { good }
}

/// Allows what the package sends.
pub fn good_preflight(answer: Answer) -> Answer {
    answer.header("Access-Control-Allow-Methods: POST").header("Access-Control-Allow-Headers: Content-Type")
}
