"""A QtWebEngine window for the tests, in which pages from file:// may access remote URLs.

It also shows the project's files under mygame://app. A size such as "1280x880" is another one than 640x720.
"""

import sys
from mimetypes import guess_type
from pathlib import Path

from qtpy.QtCore import QBuffer, QUrl
from qtpy.QtWebEngineCore import QWebEngineUrlScheme, QWebEngineUrlSchemeHandler
from qtpy.QtWebEngineWidgets import QWebEngineSettings, QWebEngineView
from qtpy.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[4]


class Files(QWebEngineUrlSchemeHandler):
    def requestStarted(self, job):
        path = ROOT / job.requestUrl().path()[1:]
        content = QBuffer(job)
        content.setData(path.read_bytes())
        job.reply(guess_type(path.name)[0].encode(), content)


scheme = QWebEngineUrlScheme(b"mygame")
scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
QWebEngineUrlScheme.registerScheme(scheme)

application = QApplication(sys.argv)
view = QWebEngineView()
files = Files(view)
view.page().profile().installUrlSchemeHandler(b"mygame", files)
attributes = QWebEngineSettings.WebAttribute
view.settings().setAttribute(attributes.LocalContentCanAccessRemoteUrls, True)
# In Qt 6.12, the other attribute switches this one off.
view.settings().setAttribute(attributes.LocalContentCanAccessFileUrls, True)
view.load(QUrl("about:blank"))
view.resize(*map(int, (sys.argv[1] if len(sys.argv) > 1 else "640x720").split("x")))
view.show()
sys.exit(application.exec_())
