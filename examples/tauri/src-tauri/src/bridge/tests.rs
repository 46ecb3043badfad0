use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use super::*;

/// A server that handles one connection, on a free port. Returns its address and the requests that it gets.
fn server(response: Option<&'static str>) -> (Url, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}/api/password/reset/request", listener.local_addr().expect("an address"));
    let (sender, requests) = channel();
    thread::spawn(move || {
        let (mut connection, _) = listener.accept().expect("a connection");
        let mut request = String::new();
        while !request.ends_with('}') {
            let mut chunk = [0; 1024];
            let length = connection.read(&mut chunk).expect("a request");
            request.push_str(&String::from_utf8_lossy(&chunk[..length]));
        }
        sender.send(request).expect("the test is running");
        match response {
            Some(response) => connection.write_all(response.as_bytes()).expect("an open connection"),
            // Reading ends when the client closes the connection.
            None => _ = connection.read(&mut [0]),
        }
    });
    (url.parse().expect("a URL"), requests)
}

#[test]
fn both_endpoints_of_xsolla_login_are_allowed() {
    for path in
        ["request?projectId=11111111-1111-4111-8111-111111111111", "request", "confirm?projectId=a&b=%2F"]
    {
        let url = format!("https://login.xsolla.com/api/password/reset/{path}");
        assert_eq!(allowed(&url).map(String::from), Ok(url));
    }
    // These are the same address.
    for url in [
        "https://LOGIN.xsolla.com:443/api/password/reset/request",
        "https://login.xsolla.com/api/password/../password/reset/request",
    ] {
        assert_eq!(
            allowed(url).map(String::from),
            Ok("https://login.xsolla.com/api/password/reset/request".into())
        );
    }
}

#[test]
fn every_other_url_is_rejected() {
    for url in [
        "",
        "/api/password/reset/request",
        "http://login.xsolla.com/api/password/reset/request",
        "https://login.xsolla.com:8443/api/password/reset/request",
        "https://login.xsolla.com.example.com/api/password/reset/request",
        "https://login.xsolla.com@example.com/api/password/reset/request",
        "https://player@login.xsolla.com/api/password/reset/request",
        "https://example.com/https://login.xsolla.com/api/password/reset/request",
        "https://example.com\\@login.xsolla.com/api/password/reset/request",
        "https://login.xsolla.com./api/password/reset/request",
        "https://127.0.0.1/api/password/reset/request",
        "https://login.xsolla.com/api/login",
        "https://login.xsolla.com/api/password/reset/",
        "https://login.xsolla.com/api/password/reset/requests",
        "https://login.xsolla.com/api/password/reset/request/../../../login",
        "https://login.xsolla.com/api/password/reset/%2e%2e/%2E%2E/login",
        "https://login.xsolla.com/api/password/reset/request%2f..%2f..%2flogin",
        "https://login.xsolla.com/api/password/reset\\..\\..\\login",
        "file:///api/password/reset/request",
        "tauri://localhost/api/password/reset/request",
    ] {
        assert!(allowed(url).is_err(), "{url}");
    }
}

#[test]
fn the_command_checks_the_address() {
    let sent = tauri::async_runtime::block_on(send_to_login(
        "https://example.com/api/password/reset/request",
        "{}".into(),
    ));
    assert!(sent.is_err_and(|error| error.contains("sends only to")));
}

#[test]
fn the_request_is_a_post_of_json_and_carries_nothing_of_the_page() {
    let (url, requests) = server(Some("HTTP/1.1 204 No Content\r\n\r\n"));
    let response = post(&url, r#"{"username":"lena"}"#, TIME_LIMIT).expect("a response");
    let request = requests.recv().expect("a request");
    assert!(request.starts_with("POST /api/password/reset/request HTTP/1.1\r\n"), "{request}");
    assert!(request.ends_with("\r\n\r\n{\"username\":\"lena\"}"), "{request}");
    let lowercase = request.to_lowercase();
    assert!(lowercase.contains("\r\ncontent-type: application/json\r\n"), "{request}");
    assert!(!lowercase.contains("\r\norigin:") && !lowercase.contains("\r\ncookie:"), "{request}");
    assert_eq!((response.status, response.body), (204, None));
}

#[test]
fn a_rejection_keeps_its_status_headers_and_body() {
    let (url, _requests) =
        server(Some("HTTP/1.1 429 Too Many\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\n{}"));
    let response = post(&url, "{}", TIME_LIMIT).expect("a response");
    assert_eq!((response.status, response.body.as_deref()), (429, Some("{}")));
    assert!(response.headers.contains(&("retry-after".into(), "7".into())), "{:?}", response.headers);
}

#[test]
fn a_redirect_is_returned_and_not_followed() {
    let elsewhere = TcpListener::bind("127.0.0.1:0").expect("a free port");
    elsewhere.set_nonblocking(true).expect("a listener");
    let location = elsewhere.local_addr().expect("an address");
    let head = format!("HTTP/1.1 303 See Other\r\nLocation: http://{location}/\r\nContent-Length: 0\r\n\r\n");
    let (url, _requests) = server(Some(head.leak()));
    let response = post(&url, "{}", Duration::from_secs(5)).expect("a response");
    assert_eq!(response.status, 303);
    assert!(elsewhere.accept().is_err(), "a connection to the new location");
}

#[test]
fn a_request_without_a_response_times_out() {
    let (url, _requests) = server(None);
    let error = post(&url, "{}", Duration::from_millis(200)).expect_err("a timeout");
    assert!(matches!(error, ureq::Error::Timeout(_)), "{error}");
}
