//! Access to the server: `Host` and CORS.

use axum::body::Body;

use crate::support::{ORIGIN, STAR_HARVEST, Server, request};

#[tokio::test]
async fn accepts_only_the_names_of_this_machine() {
    let server = Server::new();
    let rows: [(&[&str], u16); 17] = [
        (&["localhost"], 200),
        (&["localhost:8001"], 200),
        (&["LocalHost:1"], 200),
        (&["127.0.0.1"], 200),
        (&["127.0.0.1:8001"], 200),
        (&["[::1]"], 200),
        (&["[::1]:8001"], 200),
        (&["login.xsolla.com"], 421),
        (&["localhost.evil.test"], 421),
        (&["evil.test:8001"], 421),
        (&["127.0.0.1.evil.test"], 421),
        (&["localhost@evil.test"], 421),
        (&["evil@localhost"], 421),
        (&["192.168.0.1"], 421),
        (&[""], 421),
        (&["localhost", "evil.test"], 421),
        (&[], 421),
    ];
    for (hosts, status) in rows {
        for path in ["/", "/mailbox.json", "/style.css"] {
            let mut get = axum::http::Request::builder().uri(path);
            for host in hosts {
                get = get.header("host", *host);
            }
            let response = server.send(get.body(Body::empty()).unwrap()).await;
            assert_eq!(response.status, status, "{hosts:?} {path}");
        }
    }
    let absolute = request("GET", "http://evil.test/").body(Body::empty()).unwrap();
    assert_eq!(server.send(absolute).await.status, 421);
}

#[tokio::test]
async fn a_preflight_allows_what_the_real_service_allows() {
    let server = Server::new();
    let path = format!("/api/password/reset/request?projectId={STAR_HARVEST}");
    for (origin, headers, method, may_send) in [
        (ORIGIN, "content-type", "POST", true),
        ("http://127.0.0.1:8000", "content-type", "POST", true),
        (ORIGIN, "", "DELETE", true),
        (ORIGIN, "", "GET", true),
        (ORIGIN, "", "PUT", false),
        (ORIGIN, "content-type,x-custom", "POST", false),
        (ORIGIN, "authorization", "POST", false),
        ("http://localhost:8002", "content-type", "POST", false),
        ("http://localhost", "content-type", "POST", false),
        ("https://localhost:8000", "content-type", "POST", false),
        ("http://evil.test", "content-type", "POST", false),
        ("null", "content-type", "POST", false),
    ] {
        let preflight = request("OPTIONS", &path)
            .header("origin", origin)
            .header("access-control-request-method", method)
            .header("access-control-request-headers", headers)
            .body(Body::empty())
            .unwrap();
        let response = server.send(preflight).await;
        let row = format!("{origin} {method} {headers}");

        // As a browser checks the response.
        let lists = |header, value: &str| {
            response
                .header(header)
                .unwrap_or_default()
                .split(',')
                .any(|item| item.eq_ignore_ascii_case(value))
        };
        let origin_allowed = response.header("access-control-allow-origin") == Some(origin);
        let headers_allowed = headers
            .split(',')
            .filter(|header| !header.is_empty())
            .all(|header| lists("access-control-allow-headers", header));
        let method_allowed = lists("access-control-allow-methods", method);
        assert_eq!(origin_allowed && headers_allowed && method_allowed, may_send, "{row}");
        assert_eq!(response.header("access-control-allow-credentials"), None, "{row}");
        assert_eq!(response.header("vary").map(|vary| vary.contains("origin")), Some(true), "{row}");
    }
}

#[tokio::test]
async fn other_origins_cannot_read_responses() {
    let server = Server::new();
    for path in ["/mailbox.json", "/mailbox", "/", "/nowhere", "/api/nowhere"] {
        for (origin, allowed) in [(ORIGIN, true), ("http://evil.test", false)] {
            let get = request("GET", path).header("origin", origin).body(Body::empty()).unwrap();
            let response = server.send(get).await;
            let allow_origin = response.header("access-control-allow-origin");
            assert_eq!(allow_origin, allowed.then_some(origin), "{path} {origin}");
        }
    }
}

#[tokio::test]
async fn other_origins_cannot_reset_the_server() {
    let server = Server::new();
    for (origin, status) in [
        (None, 204),
        (Some(ORIGIN), 204),
        (Some("http://evil.test"), 403),
        (Some("http://localhost:8002"), 403),
        (Some("null"), 403),
    ] {
        let path = format!("/api/password/reset/request?projectId={STAR_HARVEST}");
        assert_eq!(server.post(&path, r#"{"username":"John"}"#).await.status, 204);
        let mut reset = request("POST", "/test/reset");
        if let Some(origin) = origin {
            reset = reset.header("origin", origin);
        }
        assert_eq!(server.send(reset.body(Body::empty()).unwrap()).await.status, status, "{origin:?}");
        let is_forgotten = server.get("/mailbox.json").await.body == "[]";
        assert_eq!(is_forgotten, status == 204, "{origin:?}");
        server.call("POST", "/test/reset").await;
    }
}
