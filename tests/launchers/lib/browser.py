"""A QtWebEngine window for the tests. With "blocked", local pages have Qt's default: no access to remote URLs."""

import sys

from PyQt5.QtCore import QUrl
from PyQt5.QtWebEngineWidgets import QWebEngineSettings, QWebEngineView
from PyQt5.QtWidgets import QApplication

application = QApplication(sys.argv)
view = QWebEngineView()
if "blocked" not in sys.argv:
    view.settings().setAttribute(QWebEngineSettings.LocalContentCanAccessRemoteUrls, True)
view.load(QUrl("about:blank"))
view.resize(640, 720)
view.show()
sys.exit(application.exec_())
