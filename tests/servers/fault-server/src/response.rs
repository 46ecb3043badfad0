//! An HTTP response, valid or not.

/// The documented error object.
pub const ERROR: &str = r#"{"error":{"code":"003-019","description":"Project not found."}}"#;
/// A page that Xsolla Login would not send.
pub const HTML: &str = "<!doctype html><title>Sign in to the guest network</title><h1>Welcome</h1>";

/// Builds a response. By default, it closes the connection and allows every origin to read it.
#[derive(Debug, Clone)]
pub struct Response {
    status: String,
    headers: Vec<String>,
    cors: bool,
    body: Vec<u8>,
    /// Whether it has the `Content-Length` of its body.
    has_content_length: bool,
}

/// A response with this status.
pub fn response(status: u16) -> Response {
    odd_response(&format!("{status} Said"))
}

/// A response with this text after `HTTP/1.1` in its status line.
pub fn odd_response(status: &str) -> Response {
    Response {
        status: status.to_owned(),
        headers: vec![],
        cors: true,
        body: vec![],
        has_content_length: true,
    }
}

impl Response {
    /// Adds a header line, such as `Retry-After: 7`.
    pub fn header(mut self, line: &str) -> Self {
        self.headers.push(line.to_owned());
        self
    }

    /// Sets the body, of JSON unless a header says otherwise.
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Sets the body to the documented error object.
    pub fn with_error(self) -> Self {
        self.body(ERROR)
    }

    /// Sets the body to a page such as proxies and captive portals send.
    pub fn with_html(self) -> Self {
        self.header("Content-Type: text/html").body(HTML)
    }

    /// Omits `Content-Length`, or leaves it to a header.
    pub fn without_content_length(mut self) -> Self {
        self.has_content_length = false;
        self
    }

    /// Allows no other origin to read it.
    pub fn without_cors(mut self) -> Self {
        self.cors = false;
        self
    }
}

impl From<Response> for Vec<u8> {
    fn from(response: Response) -> Self {
        let mut lines = vec![format!("HTTP/1.1 {}", response.status)];
        if response.cors {
            lines.push("Access-Control-Allow-Origin: *".into());
        }
        let has = |name: &str| response.headers.iter().any(|header| header.starts_with(name));
        if !has("Connection:") {
            lines.push("Connection: close".into());
        }
        if !response.body.is_empty() && !has("Content-Type:") {
            lines.push("Content-Type: application/json".into());
        }
        if response.has_content_length && !response.status.starts_with("204") {
            lines.push(format!("Content-Length: {}", response.body.len()));
        }
        lines.extend(response.headers);
        let mut bytes = lines.join("\r\n").into_bytes();
        bytes.extend(b"\r\n\r\n");
        bytes.extend(response.body);
        bytes
    }
}
