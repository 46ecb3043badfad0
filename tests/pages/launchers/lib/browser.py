"""A QtWebEngine window for the tests, in which pages from file:// may access remote URLs; with "default", as Qt has it."""

import sys

from PyQt5.QtCore import QUrl
from PyQt5.QtWebEngineWidgets import QWebEngineSettings, QWebEngineView
from PyQt5.QtWidgets import QApplication

application = QApplication(sys.argv)
view = QWebEngineView()
if "default" not in sys.argv:
    view.settings().setAttribute(QWebEngineSettings.LocalContentCanAccessRemoteUrls, True)
view.load(QUrl("about:blank"))
view.resize(640, 720)
view.show()
sys.exit(application.exec_())
