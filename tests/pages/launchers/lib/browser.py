"""A QtWebEngine window for the tests, in which pages from file:// may access remote URLs; with "default", as Qt has it.

A size such as "1280x880" is another one than 640x720.
"""

import sys

from PyQt5.QtCore import QUrl
from PyQt5.QtWebEngineWidgets import QWebEngineSettings, QWebEngineView
from PyQt5.QtWidgets import QApplication

application = QApplication(sys.argv)
view = QWebEngineView()
if "default" not in sys.argv:
    view.settings().setAttribute(QWebEngineSettings.LocalContentCanAccessRemoteUrls, True)
view.load(QUrl("about:blank"))
size = next((option for option in sys.argv[1:] if "x" in option), "640x720")
view.resize(*map(int, size.split("x")))
view.show()
sys.exit(application.exec_())
