//! The HTML pages.

use crate::support::{STAR_HARVEST, Server};

#[tokio::test]
async fn the_overview_lists_all_seeds() {
    let page = Server::new().get("/").await;
    assert_eq!(page.status, 200);
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    for text in [
        "For local use only",
        "Star Harvest",
        "Deep Forge",
        "Neon Drift",
        "Twin Gates",
        "Open Ledger",
        "Slow Boat",
        "Iron Vault",
        "Odd Harbour",
        STAR_HARVEST,
        "john@example.com",
        "old-password",
        "LOGIN_REQUESTS_PER_MINUTE",
        "<html lang=\"en\">",
        "href=\"/mailbox\"",
    ] {
        assert!(page.body.contains(text), "{text}");
    }
}

#[tokio::test]
async fn the_mailbox_shows_a_mail_and_its_link() {
    let server = Server::new();
    assert!(server.get("/mailbox").await.body.contains("No mail yet"));
    server.ask(STAR_HARVEST, "&locale=ar_AE", "John").await;

    let list = server.get("/mailbox").await.body;
    assert!(list.contains("<a href=\"/mailbox/1\"><span lang=\"ar\" dir=\"rtl\">"), "{list}");

    let link = server.mails().await[0]["link"].as_str().unwrap().replace('&', "&amp;");
    let one = server.get("/mailbox/1").await.body;
    for text in [
        format!("<a href=\"{link}\">"),
        "<iframe src=\"/mailbox/1/html\"".to_owned(),
        "sandbox=\"allow-popups allow-popups-to-escape-sandbox\"".to_owned(),
        "<pre lang=\"ar\" dir=\"rtl\">".to_owned(),
        "href=\"/mailbox/1.eml\"".to_owned(),
        "john@example.com".to_owned(),
    ] {
        assert!(one.contains(&text), "{text} in {one}");
    }
    let part = server.get("/mailbox/1/html").await;
    assert_eq!(part.status, 200);
    assert_eq!(part.body, server.mails().await[0]["html"]);
}

#[tokio::test]
async fn pages_allow_no_scripts_and_no_other_origins() {
    let server = Server::new();
    server.ask(STAR_HARVEST, "", "John").await;
    for (path, parts) in [
        ("/", ["default-src 'none'", "style-src 'self'", "frame-ancestors 'none'"]),
        ("/mailbox", ["default-src 'none'", "style-src 'self'", "frame-ancestors 'none'"]),
        ("/mailbox/1", ["default-src 'none'", "frame-src 'self'", "frame-ancestors 'none'"]),
        ("/nowhere", ["default-src 'none'", "style-src 'self'", "frame-ancestors 'none'"]),
        ("/mailbox/1/html", ["default-src 'none'", "sandbox", "frame-ancestors 'self'"]),
    ] {
        let page = server.get(path).await;
        let policy = page.header("content-security-policy").unwrap_or_default();
        for part in parts {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("script-src"), "{path}: {policy}");
        assert_eq!(page.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(page.header("referrer-policy"), Some("no-referrer"), "{path}");
        assert_eq!(page.header("cache-control"), Some("no-store"), "{path}");
        assert!(!page.body.contains("<script"), "{path}");
    }
}

#[tokio::test]
async fn an_unknown_path_is_not_found() {
    let server = Server::new();
    for (method, path, status) in [
        ("GET", "/mailbox/1", 404),
        ("GET", "/mailbox/1.eml", 404),
        ("GET", "/mailbox/1/html", 404),
        ("GET", "/mailbox/x", 404),
        ("GET", "/mailbox/-1", 404),
        ("GET", "/nowhere", 404),
        ("POST", "/api/nowhere", 404),
        ("GET", "/api/login", 405),
        ("GET", "/api/password/reset/request", 405),
        ("GET", "/test/reset", 405),
        ("GET", "/style.css", 200),
        ("GET", "/icon.svg", 200),
        ("HEAD", "/mailbox", 200),
    ] {
        assert_eq!(server.call(method, path).await.status, status, "{method} {path}");
    }
}
