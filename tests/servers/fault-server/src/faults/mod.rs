//! The table of faults.

mod bodies;
mod connections;
mod cors;
mod error_objects;
mod framing;
mod retry_after;
mod statuses;

use crate::fault::Fault;

/// All faults.
pub fn all() -> Vec<Fault> {
    let groups = [
        connections::all(),
        framing::all(),
        statuses::all(),
        bodies::all(),
        error_objects::all(),
        retry_after::all(),
        cors::all(),
    ];
    groups.into_iter().flatten().collect()
}
