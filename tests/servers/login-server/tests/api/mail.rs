//! The mails, the mailbox for programs, and delivery to an SMTP server, here a minimal one.

use std::time::Duration;

use serde_json::{Value, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
    time::timeout,
};

use crate::{DEEP_FORGE, Link, NEON_DRIFT, STAR_HARVEST, Server, TWIN_GATES};

#[tokio::test]
async fn the_locale_selects_the_language() {
    let english = ("en", "Reset your Star Harvest password", "Hello ada,", "ltr");
    let german = ("de", "Passwort für Star Harvest zurücksetzen", "Hallo ada,", "ltr");
    let japanese = ("ja", "Star Harvest のパスワード再設定", "ada 様", "ltr");
    let arabic = ("ar", "إعادة تعيين كلمة مرور Star Harvest", "مرحبًا ada،", "rtl");
    for (locale, (language, subject, greeting, direction)) in [
        (None, english),
        (Some("en_XX"), english),
        (Some("de_DE"), german),
        (Some("de-DE"), german),
        (Some("de"), german),
        (Some("DE_at"), german),
        (Some("ja_JP"), japanese),
        (Some("ar_AE"), arabic),
        (Some("ar"), arabic),
        (Some("km-KH"), english),
        (Some("fil_PH"), english),
        (Some("den"), english),
        (Some("xx"), english),
        (Some("__"), english),
    ] {
        let server = Server::new();
        let query = locale.map_or(String::new(), |locale| format!("&locale={locale}"));
        assert_eq!(server.ask(STAR_HARVEST, &query, "ada").await.status, 204);
        let mail = &server.mails().await[0];
        assert_eq!(mail["language"], language, "{locale:?}");
        assert_eq!(mail["locale"], json!(locale), "{locale:?}");
        assert_eq!(mail["subject"], subject, "{locale:?}");
        let (text, html) = (mail["text"].as_str().unwrap(), mail["html"].as_str().unwrap());
        assert!(text.starts_with(greeting), "{locale:?}: {text}");
        assert!(text.contains(mail["link"].as_str().unwrap()), "{locale:?}");
        assert!(html.contains(greeting), "{locale:?}");
        assert!(html.contains(&format!("<html lang=\"{language}\" dir=\"{direction}\">")), "{locale:?}");
        assert_eq!(Link::in_mail(mail).find("locale").as_deref(), locale);
    }
}

#[tokio::test]
async fn the_storage_decides_sender_and_link() {
    let (xsolla, playfab) = ("Xsolla Login <no-reply@login.example>", "PlayFab <no-reply@playfab.example>");
    for (project, user_id, name, storage, from, has_verify_code) in [
        (STAR_HARVEST, "11111111-1111-4111-8111-111111111114", "Star Harvest", "xsolla", xsolla, false),
        (DEEP_FORGE, "22222222-2222-4222-8222-222222222225", "Deep Forge", "custom", xsolla, true),
        (NEON_DRIFT, "33333333-3333-4333-8333-333333333336", "Neon Drift", "playfab", playfab, false),
    ] {
        let server = Server::new();
        let link = server.reset_link(project, "yuki").await;
        let mail = &server.mails().await[0];
        assert_eq!(mail["project_id"], project);
        assert_eq!(mail["storage"], storage);
        assert_eq!(mail["from"], from);
        assert_eq!(mail["to"], "yuki@example.jp");
        assert!(mail["subject"].as_str().unwrap().contains(name));

        assert!(link.0.as_str().starts_with("http://localhost:8000/new-password.html?"), "{link:?}");
        assert_eq!(link.get("project_id"), project);
        assert_eq!(link.get("user_id"), user_id);
        assert_eq!(link.get("reset_code").len(), 43);
        assert_eq!(link.find("verify_code").is_some(), has_verify_code);
        assert_eq!((link.find("login_url"), link.find("locale")), (None, None));
    }
}

#[tokio::test]
async fn the_link_keeps_the_forms_own_query_and_carries_the_login_url() {
    let server = Server::with(&[("LOGIN_RESET_FORM", "https://forms.test/new?theme=dark#top")]);
    let query = "&login_url=twingates%3A%2F%2Flogin%2Fcallback&locale=de_DE";
    assert_eq!(server.ask(TWIN_GATES, query, "John").await.status, 204);
    let link = Link::in_mail(&server.mails().await[0]);
    assert!(link.0.as_str().starts_with("https://forms.test/new?theme=dark&project_id="), "{link:?}");
    assert_eq!(link.0.fragment(), Some("top"));
    assert_eq!(link.get("login_url"), "twingates://login/callback");
    assert_eq!(link.get("locale"), "de_DE");
}

#[tokio::test]
async fn the_mailbox_lists_newest_first_filters_and_empties() {
    let now = || OffsetDateTime::now_utc().format(&Rfc3339).unwrap();
    let server = Server::new();
    let before = now();
    for name in ["John", "ada", "JOHN@example.com"] {
        server.ask(STAR_HARVEST, "", name).await;
    }
    let column =
        |mails: &[Value], name: &str| -> Vec<_> { mails.iter().map(|mail| mail[name].clone()).collect() };
    let mails = server.mails().await;
    assert_eq!(column(&mails, "to"), ["john@example.com", "ada@example.com", "john@example.com"]);
    assert_eq!(column(&mails, "id"), [3, 2, 1]);
    let after = now();
    for sent_at in column(&mails, "sent_at") {
        let sent_at = sent_at.as_str().unwrap();
        assert!(sent_at.ends_with('Z'), "{sent_at}");
        assert!((&before[..19]..=&after[..19]).contains(&&sent_at[..19]), "{sent_at}");
    }
    for (to, ids) in [
        ("ada@example.com", vec![2]),
        ("John%40Example.com", vec![3, 1]),
        ("yuki@example.jp", vec![]),
        ("", vec![]),
    ] {
        let response = server.get(&format!("/mailbox.json?to={to}")).await;
        assert_eq!(column(response.json().as_array().unwrap(), "id"), ids, "{to}");
    }

    assert_eq!(server.call("DELETE", "/mailbox").await.status, 204);
    assert!(server.mails().await.is_empty());
    server.ask(STAR_HARVEST, "", "yuki").await;
    assert_eq!(column(&server.mails().await, "id"), [4]);
}

#[tokio::test]
async fn the_mailbox_keeps_the_last_500() {
    let server = Server::with(&[("LOGIN_REQUESTS_PER_MINUTE", "1000")]);
    for _ in 0..502 {
        server.ask(STAR_HARVEST, "", "John").await;
    }
    let mails = server.mails().await;
    assert_eq!(mails.len(), 500);
    assert_eq!((&mails[0]["id"], &mails[499]["id"]), (&json!(502), &json!(3)));
}

#[tokio::test]
async fn the_raw_mail_has_both_parts_and_its_language() {
    let server = Server::new();
    server.ask(STAR_HARVEST, "&locale=ja_JP", "yuki").await;
    let response = server.get("/mailbox/1.eml").await;
    assert_eq!(response.status, 200);
    assert_eq!(response.header("content-type"), Some("message/rfc822"));
    for line in [
        "From: \"Xsolla Login\" <no-reply@login.example>\r\n",
        "To: yuki@example.jp\r\n",
        "Content-Language: ja\r\n",
        "Content-Type: multipart/alternative;",
        "Content-Type: text/plain; charset=utf-8\r\n",
        "Content-Type: text/html; charset=utf-8\r\n",
        "Message-ID: <",
        "Date: ",
        "Subject: ",
    ] {
        assert!(response.body.contains(line), "{line} in {}", response.body);
    }
}

#[tokio::test]
async fn a_test_reset_restores_the_state_at_start() {
    let server = Server::with(&[("LOGIN_REQUESTS_PER_MINUTE", "1")]);
    let body = |link: Link| json!({ "new_password": "a new password", "reset_code": link.get("reset_code") });
    let of_john = body(server.reset_link(STAR_HARVEST, "John").await);
    assert_eq!(server.confirm(STAR_HARVEST, &of_john).await.status, 204);
    let of_ada = body(server.reset_link(STAR_HARVEST, "ada").await);

    assert_eq!(server.call("POST", "/test/reset").await.status, 204);

    assert!(server.mails().await.is_empty());
    assert_eq!(server.log_in(STAR_HARVEST, "John", "old-password").await, 200);
    assert_eq!(server.confirm(STAR_HARVEST, &of_ada).await.status, 404);
    assert_eq!(server.ask(STAR_HARVEST, "", "John").await.status, 204);
}

/// Receives one mail as an SMTP server, and returns everything that the client sent, including the envelope.
async fn take_one_mail(listener: TcpListener) -> String {
    let (stream, _) = listener.accept().await.unwrap();
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let (mut said, mut in_data) = (String::new(), false);
    write.write_all(b"220 test\r\n").await.unwrap();
    while let Some(line) = lines.next_line().await.unwrap() {
        said.push_str(&line);
        said.push('\n');
        if line == "." {
            write.write_all(b"250 taken\r\n").await.unwrap();
            break;
        }
        if !in_data {
            in_data = line == "DATA";
            write.write_all(if in_data { b"354 go on\r\n" } else { b"250 ok\r\n" }).await.unwrap();
        }
    }
    said
}

#[tokio::test]
async fn with_smtp_url_the_mail_is_really_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let server = Server::with(&[("SMTP_URL", &url)]);
    let smtp = tokio::spawn(take_one_mail(listener));

    // An unknown player gets no mail, so the first to arrive is John's.
    assert_eq!(server.ask(STAR_HARVEST, "", "Nobody").await.status, 204);
    assert_eq!(server.ask(STAR_HARVEST, "", "John").await.status, 204);

    let said = timeout(Duration::from_secs(10), smtp).await.unwrap().unwrap();
    for text in [
        "MAIL FROM:<no-reply@login.example>",
        "RCPT TO:<john@example.com>",
        "Subject: Reset your Star Harvest password",
        "Content-Language: en",
    ] {
        assert!(said.contains(text), "{text} in {said}");
    }
    assert_eq!(server.mails().await.len(), 1);
}

#[tokio::test]
async fn a_failed_delivery_changes_nothing_for_the_caller() {
    // Nothing listens on this port once the listener is dropped.
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    for url in [format!("smtp://{closed}"), format!("smtps://me:secret@{closed}")] {
        let server = Server::with(&[("SMTP_URL", &url)]);
        assert_eq!(server.ask(STAR_HARVEST, "", "John").await.status, 204);
        assert_eq!(server.mails().await.len(), 1);
    }
}
