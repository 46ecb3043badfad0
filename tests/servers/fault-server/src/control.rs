//! Reports to the tests which faults there are, at which URLs, and what their servers received.

use std::net::TcpListener;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::request;
use crate::response::response;
use crate::script::{perform, send};
use crate::serve::{Site, each_connection, valid_preflight};

/// Responds to `/faults` and `/seen`, forever.
pub fn serve(listener: &TcpListener, sites: &Arc<Vec<Site>>) {
    let sites = Arc::clone(sites);
    each_connection(listener, move |mut stream| {
        let Ok(request) = request::read(&mut stream) else { return };
        let report = match request.path.as_str() {
            "/faults" => response(200).body(to_json(&sites, fault)),
            "/seen" => response(200).body(to_json(&sites, |site| json!(*site.seen.counts()))),
            // The call after a fault whose own server cannot take it.
            _ if request.method == "OPTIONS" => valid_preflight(response(204)),
            _ => response(204),
        };
        perform(&[send(report)], stream);
    });
}

fn to_json(sites: &[Site], report: impl Fn(&Site) -> Value) -> String {
    Value::Array(sites.iter().map(report).collect()).to_string()
}

fn fault(site: &Site) -> Value {
    let mut fault = json!(*site.fault);
    if let Some(fault) = fault.as_object_mut() {
        fault.insert("baseUrl".into(), json!(site.base_url));
        fault.insert("respondsToNext".into(), json!(site.responds_to_next()));
    }
    fault
}
