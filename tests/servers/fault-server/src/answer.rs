//! An HTTP answer, right or wrong.

/// The documented error object.
pub const ERROR: &str = r#"{"error":{"code":"003-019","description":"Project not found."}}"#;
/// What is not an answer of Xsolla Login.
pub const HTML: &str = "<!doctype html><title>Sign in to the guest network</title><h1>Welcome</h1>";

/// An answer on its way to be bytes. It closes the connection and lets every origin read it, unless told
/// otherwise.
#[derive(Debug, Clone)]
pub struct Answer {
    status: String,
    headers: Vec<String>,
    cors: bool,
    body: Vec<u8>,
    /// Whether the `Content-Length` is that of the body, as it should be.
    is_measured: bool,
}

/// An answer with this status.
pub fn answer(status: u16) -> Answer {
    odd_answer(&format!("{status} Said"))
}

/// An answer with this behind `HTTP/1.1` in its first line.
pub fn odd_answer(status: &str) -> Answer {
    Answer { status: status.to_owned(), headers: vec![], cors: true, body: vec![], is_measured: true }
}

impl Answer {
    /// Adds a header, whole: `Retry-After: 7`.
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

    /// Sets the body to a page as proxies and captive portals send.
    pub fn with_html(self) -> Self {
        self.header("Content-Type: text/html").body(HTML)
    }

    /// Says nothing about the length of the body, or leaves it to a header.
    pub fn unmeasured(mut self) -> Self {
        self.is_measured = false;
        self
    }

    /// Lets no other origin read it.
    pub fn without_cors(mut self) -> Self {
        self.cors = false;
        self
    }
}

impl From<Answer> for Vec<u8> {
    fn from(answer: Answer) -> Self {
        let mut lines = vec![format!("HTTP/1.1 {}", answer.status)];
        if answer.cors {
            lines.push("Access-Control-Allow-Origin: *".into());
        }
        let has = |name: &str| answer.headers.iter().any(|header| header.starts_with(name));
        if !has("Connection:") {
            lines.push("Connection: close".into());
        }
        if !answer.body.is_empty() && !has("Content-Type:") {
            lines.push("Content-Type: application/json".into());
        }
        if answer.is_measured && !answer.status.starts_with("204") {
            lines.push(format!("Content-Length: {}", answer.body.len()));
        }
        lines.extend(answer.headers);
        let mut bytes = lines.join("\r\n").into_bytes();
        bytes.extend(b"\r\n\r\n");
        bytes.extend(answer.body);
        bytes
    }
}
