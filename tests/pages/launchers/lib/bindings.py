"""Qt's classes, from the Python bindings that are installed: PySide6, PyQt6 or PyQt5."""

from importlib import import_module
from importlib.util import find_spec

binding = next(name for name in ("PySide6", "PyQt6", "PyQt5") if find_spec(name))
QtCore, QtGui, QtWidgets, QtTest, QtWebEngineWidgets, QtWebEngineCore = (
    import_module(f"{binding}.{module}")
    for module in ("QtCore", "QtGui", "QtWidgets", "QtTest", "QtWebEngineWidgets", "QtWebEngineCore")
)
# Qt 6 has moved it.
QWebEngineSettings = getattr(QtWebEngineCore, "QWebEngineSettings", None) or QtWebEngineWidgets.QWebEngineSettings
