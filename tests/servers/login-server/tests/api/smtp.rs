//! Delivery to an SMTP server, here a minimal one.

use std::time::Duration;

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
    time::timeout,
};

use crate::support::{STAR_HARVEST, Server};

const SOON: Duration = Duration::from_secs(10);

/// Receives one mail, and returns everything that the client sent, including the envelope.
async fn take_one_mail(listener: TcpListener) -> String {
    let (stream, _) = listener.accept().await.unwrap();
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut said = String::new();
    let mut in_data = false;
    write.write_all(b"220 test\r\n").await.unwrap();
    while let Some(line) = lines.next_line().await.unwrap() {
        said.push_str(&line);
        said.push('\n');
        let response = match line.as_str() {
            "." => "250 taken\r\n",
            _ if in_data => continue,
            "DATA" => "354 go on\r\n",
            "QUIT" => break,
            _ => "250 ok\r\n",
        };
        in_data = line == "DATA";
        write.write_all(response.as_bytes()).await.unwrap();
        if line == "." {
            break;
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

    let said = timeout(SOON, smtp).await.unwrap().unwrap();
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
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let closed = listener.local_addr().unwrap();
    drop(listener);
    for url in [format!("smtp://{closed}"), format!("smtps://me:secret@{closed}")] {
        let server = Server::with(&[("SMTP_URL", &url)]);
        assert_eq!(server.ask(STAR_HARVEST, "", "John").await.status, 204);
        assert_eq!(server.mails().await.len(), 1);
    }
}
