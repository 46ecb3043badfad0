#!/usr/bin/env bash
# Qt WebEngine 6.12: allowing a local page to call servers takes away its own scripts and styles, unless that is allowed, too.
#
# Versions:  PySide6 6.12.0 with PySide6_WebEngine 6.12.0.140 (PyPI); needs the libraries of Debian's libegl1, libnss3, libxkbcommon0,
#            libasound2, libxcomposite1, libxdamage1, libxrandr2, libxtst6 and libdbus-1-3. About 250 MB are downloaded.
# Behaviour: setAttribute(LocalContentCanAccessRemoteUrls, True) also turns LocalContentCanAccessFileUrls off, which is on by default.
#            A page from file:// may now fetch, but its own script and style sheet are silently not loaded, and its origin is null.
#            Setting LocalContentCanAccessFileUrls to True, the value that it had, repairs both.
# Output:    default: script and style, fetch blocked; remote: fetch ok, no script, no style, attribute False; both set: all three
# Guess:     Two attributes are two switches, as in Qt 5.12 to 6.11: the first does not touch the second.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
python3 -m venv venv
venv/bin/pip --quiet --disable-pip-version-check install --no-deps --no-cache-dir \
  shiboken6==6.12.0 PySide6_Essentials==6.12.0 PySide6_Addons==6.12.0 PySide6_WebEngine==6.12.0.140
cat > page.py <<'PY'
import http.server
import os
import sys
import threading

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineSettings
from PySide6.QtWidgets import QApplication


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        self.send_response(200)
        self.send_header("access-control-allow-origin", "*")
        self.send_header("content-length", "0")
        self.end_headers()


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
with open("page.html", "w") as file:
    file.write(f"""<!doctype html><link rel="stylesheet" href="own.css"><script src="own.js"></script><body><script>
      fetch("http://127.0.0.1:{server.server_port}/").then(() => "fetch", () => "no-fetch").then((fetched) => {{
        const style = getComputedStyle(document.body).color === "rgb(1, 2, 3)" ? "style" : "no-style";
        document.title = ["result", window.own || "no-script", style, fetched].join(" ");
      }});</script>""")
app = QApplication(sys.argv)
page = QWebEnginePage()
settings = page.settings()
for name in sys.argv[1:]:
    settings.setAttribute(QWebEngineSettings.WebAttribute[name], True)
allowed = settings.testAttribute(QWebEngineSettings.WebAttribute.LocalContentCanAccessFileUrls)


def finish(title):
    if title.startswith("result "):
        print(title.removeprefix("result "), allowed, flush=True)
        os._exit(0)


page.titleChanged.connect(finish)
QTimer.singleShot(60_000, lambda: os._exit(1))
page.load(QUrl.fromLocalFile(os.path.abspath("page.html")))
app.exec()
PY
echo 'window.own = "script";' > own.js
echo 'body { color: rgb(1, 2, 3); }' > own.css
export QT_QPA_PLATFORM=offscreen QTWEBENGINE_DISABLE_SANDBOX=1 QTWEBENGINE_CHROMIUM_FLAGS='--no-sandbox --disable-gpu'
qt() { HOME=$work venv/bin/python page.py "$@" 2> log || { cat log >&2; exit 1; }; }
expect "default" "script style no-fetch True" "$(qt)"
expect "remote URLs" "no-script no-style fetch False" "$(qt LocalContentCanAccessRemoteUrls)"
expect "both" "script style fetch True" "$(qt LocalContentCanAccessRemoteUrls LocalContentCanAccessFileUrls)"
