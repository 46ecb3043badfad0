#!/usr/bin/env bash
# libsoup, with which WebKitGTK sends requests, opens a new connection for every POST, although an idle one to the server is there.
#
# Versions:  libsoup 3.2.3 and its Python bindings (Debian 12: gir1.2-soup-3.0, python3-gi), which cannot be pinned.
# Behaviour: Only methods that can be repeated, among them PUT and DELETE, use a connection again. So a connection that a page has opened
#            in advance (preconnect, a GET before) saves no time for a POST, and each POST over TLS costs a handshake.
# Output:    connections: 3 GET 1, then 3 PUT 1, then 3 POST 4, then 3 GET 4
# Guess:     One connection serves all of them; a client that fears to repeat a POST does not repeat it.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
/usr/bin/python3 -c 'import gi; gi.require_version("Soup", "3.0")' 2> log || { cat log >&2; exit 2; }
cat > outcome.py <<'PY'
import gi
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
gi.require_version("Soup", "3.0")
from gi.repository import GLib, Soup

connections = set()

class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def answer(self):
        connections.add(self.client_address)
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")
    do_GET = do_PUT = do_POST = answer
    def log_message(self, *_):
        pass

server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
Thread(target=server.serve_forever, daemon=True).start()
session = Soup.Session()
outcome = []
for method in ["GET", "PUT", "POST", "GET"]:
    for _ in range(3):
        message = Soup.Message.new(method, f"http://127.0.0.1:{server.server_port}/")
        if method != "GET":
            message.set_request_body_from_bytes("text/plain", GLib.Bytes.new(b"name=ada"))
        assert session.send_and_read(message, None).get_data() == b"ok"
    outcome.append(f"3 {method} {len(connections)}")
print(", then ".join(outcome))
PY
expect "connections" "3 GET 1, then 3 PUT 1, then 3 POST 4, then 3 GET 4" "$(/usr/bin/python3 outcome.py)"
