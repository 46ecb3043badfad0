"""A launcher's window with the lost-password page, under an address of the launcher's own."""

import sys
from pathlib import Path

from qtpy.QtCore import QBuffer, QUrl
from qtpy.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler
from qtpy.QtWebEngineWidgets import QWebEngineView
from qtpy.QtWidgets import QApplication

FOLDER = Path(__file__).resolve().parent
TYPES = {"/index.html": b"text/html", "/styles.css": b"text/css", "/dist/form.js": b"text/javascript"}


class Files(QWebEngineUrlSchemeHandler):
    """Serves the files of the page, and no others."""

    def requestStarted(self, job):
        path = job.requestUrl().path()
        if path not in TYPES or job.requestMethod() != b"GET":
            return job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        # Qt deletes the buffer with the job.
        content = QBuffer(job)
        content.setData((FOLDER / path[1:]).read_bytes())
        job.reply(TYPES[path], content)


# With a host, the page's origin is mygame://app. A secure scheme has what pages from https:// have, such as clipboard access.
# Qt must know the scheme before the application starts.
scheme = QWebEngineUrlScheme(b"mygame")
scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
QWebEngineUrlScheme.registerScheme(scheme)

application = QApplication(sys.argv)
view = QWebEngineView()
files = Files(view)
view.page().profile().installUrlSchemeHandler(b"mygame", files)
view.setWindowTitle("Lost password")
view.resize(480, 540)
view.load(QUrl("mygame://app/index.html"))
view.show()
sys.exit(application.exec_())
