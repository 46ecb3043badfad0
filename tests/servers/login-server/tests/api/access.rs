//! Access to the server: `Host` and CORS.

use crate::{HOST, ORIGIN, STAR_HARVEST, Server};

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
        let headers: Vec<_> = hosts.iter().map(|host| ("host", *host)).collect();
        for path in ["/", "/mailbox.json", "/style.css"] {
            assert_eq!(server.send("GET", path, &headers, "").await.status, status, "{hosts:?} {path}");
        }
    }
    assert_eq!(server.get("http://evil.test/").await.status, 421);
}

#[tokio::test]
async fn a_preflight_allows_what_the_real_service_allows() {
    let server = Server::new();
    let path = format!("/api/password/reset/request?projectId={STAR_HARVEST}");
    for (origin, is_allowed) in
        [(ORIGIN, true), ("http://127.0.0.1:8000", true), ("http://localhost:8002", false), ("null", false)]
    {
        let asked = [
            HOST,
            ("origin", origin),
            ("access-control-request-method", "PUT"),
            ("access-control-request-headers", "authorization,content-type"),
        ];
        let response = server.send("OPTIONS", &path, &asked, "").await;
        assert_eq!(response.header("access-control-allow-origin"), is_allowed.then_some(origin), "{origin}");
        // Whatever the page asks for.
        assert_eq!(response.header("access-control-allow-methods"), Some("POST,GET,DELETE"));
        assert_eq!(response.header("access-control-allow-headers"), Some("content-type"));
        assert_eq!(response.header("access-control-allow-credentials"), None);
        assert!(response.header("vary").is_some_and(|vary| vary.contains("origin")));
    }
}

#[tokio::test]
async fn other_origins_cannot_read_responses() {
    let server = Server::new();
    for path in ["/mailbox.json", "/mailbox", "/", "/nowhere", "/api/nowhere"] {
        for (origin, allowed) in [(ORIGIN, Some(ORIGIN)), ("http://evil.test", None)] {
            let response = server.send("GET", path, &[HOST, ("origin", origin)], "").await;
            assert_eq!(response.header("access-control-allow-origin"), allowed, "{path} {origin}");
        }
    }
}

#[tokio::test]
async fn other_origins_cannot_reset_the_server() {
    for (origin, status, mails) in
        [(None, 204, 0), (Some(ORIGIN), 204, 0), (Some("http://evil.test"), 403, 1)]
    {
        let server = Server::new();
        assert_eq!(server.ask(STAR_HARVEST, "", "John").await.status, 204);
        let headers: Vec<_> = [HOST].into_iter().chain(origin.map(|origin| ("origin", origin))).collect();
        assert_eq!(server.send("POST", "/test/reset", &headers, "").await.status, status, "{origin:?}");
        assert_eq!(server.mails().await.len(), mails, "{origin:?}");
    }
}
