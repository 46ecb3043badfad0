"""A launcher's window with the lost-password page, loaded from a local file."""

import sys
from pathlib import Path

from PyQt5.QtCore import QUrl
from PyQt5.QtWebEngineWidgets import QWebEngineSettings, QWebEngineView
from PyQt5.QtWidgets import QApplication

application = QApplication(sys.argv)
view = QWebEngineView()

# Without this, CORS applies, and the server has to allow the origin file://. Load only your own pages into such a view.
view.settings().setAttribute(QWebEngineSettings.LocalContentCanAccessRemoteUrls, True)
# This page needs no other local files.
view.settings().setAttribute(QWebEngineSettings.LocalContentCanAccessFileUrls, False)

view.setWindowTitle("Lost password")
view.resize(480, 540)
view.load(QUrl.fromLocalFile(str(Path(__file__).resolve().parent / "index.html")))
view.show()
sys.exit(application.exec_())
