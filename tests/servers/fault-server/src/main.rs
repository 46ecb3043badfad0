//! Starts a server for each fault, and one that reports on them, all on the loopback interface.

mod control;
mod fault;
mod faults;
mod request;
mod response;
mod script;
mod seen;
mod serve;

use std::io::{self, Write};
use std::sync::Arc;

fn main() -> io::Result<()> {
    let sites = faults::all().into_iter().map(serve::open).collect::<io::Result<Vec<_>>>()?;
    let control = serve::listen()?;
    writeln!(io::stdout(), "Fault server ready: http://{}", control.local_addr()?)?;
    control::serve(&control, &Arc::new(sites));
    Ok(())
}
