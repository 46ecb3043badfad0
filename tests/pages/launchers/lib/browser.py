"""A QtWebEngine window for the tests, in which pages from file:// may access remote URLs.

A size such as "1280x880" is another one than 640x720.
"""

import sys

from bindings import QtCore, QtWebEngineWidgets, QtWidgets, QWebEngineSettings

application = QtWidgets.QApplication(sys.argv)
view = QtWebEngineWidgets.QWebEngineView()
attributes = QWebEngineSettings.WebAttribute
view.settings().setAttribute(attributes.LocalContentCanAccessRemoteUrls, True)
# In Qt 6.12, the other attribute switches this one off.
view.settings().setAttribute(attributes.LocalContentCanAccessFileUrls, True)
view.load(QtCore.QUrl("about:blank"))
view.resize(*map(int, (sys.argv[1] if len(sys.argv) > 1 else "640x720").split("x")))
view.show()
sys.exit(application.exec_())
