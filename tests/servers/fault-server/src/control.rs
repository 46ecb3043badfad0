//! Tells the tests which faults there are and where, and what arrived at them.

use std::net::TcpListener;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::answer::answer;
use crate::request;
use crate::script::{perform, send};
use crate::serve::{Site, each_connection, good_preflight};

/// Answers `/faults` and `/seen`, for ever.
pub fn serve(listener: &TcpListener, sites: &Arc<Vec<Site>>) {
    let sites = Arc::clone(sites);
    each_connection(listener, move |mut stream| {
        let Ok(request) = request::read(&mut stream) else { return };
        let told = match request.path.as_str() {
            "/faults" => answer(200).body(told(&sites, fault)),
            "/seen" => answer(200).body(told(&sites, |site| json!(*site.seen.counts()))),
            // Where a call is made that has nothing to fear.
            _ if request.method == "OPTIONS" => good_preflight(answer(204)),
            _ => answer(204),
        };
        perform(&[send(told)], stream);
    });
}

fn told(sites: &[Site], tell: impl Fn(&Site) -> Value) -> String {
    Value::Array(sites.iter().map(tell).collect()).to_string()
}

fn fault(site: &Site) -> Value {
    let mut fault = json!(*site.fault);
    if let Some(fault) = fault.as_object_mut() {
        fault.insert("baseUrl".into(), json!(site.base_url));
        fault.insert("respondsToNext".into(), json!(site.responds_to_next()));
    }
    fault
}
