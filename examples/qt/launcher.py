"""A launcher's window with the lost-password page, loaded from a local file."""

import sys
from pathlib import Path

from PyQt5.QtCore import QUrl
from PyQt5.QtWebEngineWidgets import QWebEngineSettings, QWebEngineView
from PyQt5.QtWidgets import QApplication

application = QApplication(sys.argv)
view = QWebEngineView()

# By default, Qt blocks every request of a page from file://, without a word in the console.
view.settings().setAttribute(QWebEngineSettings.LocalContentCanAccessRemoteUrls, True)
# This page needs no other local files.
view.settings().setAttribute(QWebEngineSettings.LocalContentCanAccessFileUrls, False)

view.setWindowTitle("Lost password")
view.resize(480, 420)
view.load(QUrl.fromLocalFile(str(Path(__file__).resolve().parent / "index.html")))
view.show()
sys.exit(application.exec_())
