"""The same page from a local file, if Xsolla Login does not allow the origin of launcher.py."""

import sys
from pathlib import Path

from qtpy.QtCore import QUrl
from qtpy.QtWebEngineWidgets import QWebEngineSettings, QWebEngineView
from qtpy.QtWidgets import QApplication

application = QApplication(sys.argv)
view = QWebEngineView()

# Load only your own pages into such a view.
attributes = QWebEngineSettings.WebAttribute
view.settings().setAttribute(attributes.LocalContentCanAccessRemoteUrls, True)
# In Qt 6, the page's own script and styles need this, and in Qt 6.12 the line above turns it off.
view.settings().setAttribute(attributes.LocalContentCanAccessFileUrls, True)

view.setWindowTitle("Lost password")
view.resize(480, 540)
view.load(QUrl.fromLocalFile(str(Path(__file__).resolve().parent / "index.html")))
view.show()
sys.exit(application.exec_())
