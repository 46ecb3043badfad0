//! The HTML pages.

use crate::{STAR_HARVEST, Server};

#[tokio::test]
async fn the_overview_lists_all_seeds() {
    let page = Server::new().get("/").await;
    assert_eq!(page.status, 200);
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    for text in [
        "FOR LOCAL USE ONLY",
        "never expose it to the internet",
        "Star Harvest  11111111-1111-4111-8111-111111111111",
        "Deep Forge    22222222-2222-4222-8222-222222222222",
        "Neon Drift    33333333-3333-4333-8333-333333333333",
        "Twin Gates    44444444-4444-4444-8444-444444444444",
        "Open Ledger   55555555-5555-4555-8555-555555555555",
        "Slow Boat     66666666-6666-4666-8666-666666666666",
        "Iron Vault    77777777-7777-4777-8777-777777777777",
        "Odd Harbour   88888888-8888-4888-8888-888888888888",
        "john@example.com",
        "old-password",
        "http://127.0.0.1:8000",
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
        &format!("<a href=\"{link}\">"),
        "<iframe src=\"/mailbox/1/html\"",
        "sandbox=\"allow-popups allow-popups-to-escape-sandbox\"",
        "<pre lang=\"ar\" dir=\"rtl\">",
        "href=\"/mailbox/1.eml\"",
        "john@example.com",
    ] {
        assert!(one.contains(text), "{text} in {one}");
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
