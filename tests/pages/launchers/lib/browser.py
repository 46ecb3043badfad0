"""A QtWebEngine window for the tests, in which pages from file:// may access remote URLs.

It also shows the project's files under mygame://app. A size such as "1280x880" is another one than 640x720.
"""

import sys
from mimetypes import guess_type
from pathlib import Path

from bindings import QtCore, QtWebEngineCore, QtWebEngineWidgets, QtWidgets, QWebEngineSettings

ROOT = Path(__file__).resolve().parents[4]


class Files(QtWebEngineCore.QWebEngineUrlSchemeHandler):
    def requestStarted(self, job):
        path = ROOT / job.requestUrl().path()[1:]
        content = QtCore.QBuffer(job)
        content.setData(path.read_bytes())
        job.reply(guess_type(path.name)[0].encode(), content)


Scheme = QtWebEngineCore.QWebEngineUrlScheme
scheme = Scheme(b"mygame")
scheme.setSyntax(Scheme.Syntax.Host)
scheme.setFlags(Scheme.Flag.SecureScheme)
Scheme.registerScheme(scheme)

application = QtWidgets.QApplication(sys.argv)
view = QtWebEngineWidgets.QWebEngineView()
files = Files(view)
view.page().profile().installUrlSchemeHandler(b"mygame", files)
attributes = QWebEngineSettings.WebAttribute
view.settings().setAttribute(attributes.LocalContentCanAccessRemoteUrls, True)
# In Qt 6.12, the other attribute switches this one off.
view.settings().setAttribute(attributes.LocalContentCanAccessFileUrls, True)
view.load(QtCore.QUrl("about:blank"))
view.resize(*map(int, (sys.argv[1] if len(sys.argv) > 1 else "640x720").split("x")))
view.show()
sys.exit(application.exec_())
