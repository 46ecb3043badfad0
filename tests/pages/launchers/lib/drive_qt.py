"""Runs a QtWebEngine program unchanged, and sends it the keys of a player: python drive_qt.py program.py [arguments]

Qt ignores key events of the DevTools protocol, and Page.captureScreenshot crashes Qt 5.12. So this reads commands, one
JSON object a line, and prints a line when each is done.
"""

import json
import runpy
import sys

from qtpy.QtCore import QSocketNotifier, Qt
from qtpy.QtGui import QInputMethodEvent
from qtpy.QtTest import QTest
from qtpy.QtWebEngineWidgets import QWebEngineSettings, QWebEngineView
from qtpy.QtWidgets import QApplication

KEYS = {"Tab": Qt.Key.Key_Tab, "Enter": Qt.Key.Key_Return}
NO_MODIFIER, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
# Qt 5 calls it `exec_`, which QtPy defines as well, by `exec`.
run_event_loop = getattr(QApplication, "exec", None) or QApplication.exec_


def view():
    return next(widget for window in QApplication.topLevelWidgets() for widget in [window, *window.findChildren(QWebEngineView)]
                if isinstance(widget, QWebEngineView))


def press(key, shift):
    # Qt has a separate key for Shift and Tab.
    code = Qt.Key.Key_Backtab if shift and key == "Tab" else KEYS[key]
    QTest.keyClick(view().focusProxy(), code, SHIFT if shift else NO_MODIFIER)


def type_text(text):
    for character in text:
        if character.isascii():
            QTest.keyClick(view().focusProxy(), character)
        else:
            event = QInputMethodEvent()
            event.setCommitString(character)
            QApplication.sendEvent(view().focusProxy(), event)


def set_attributes(values):
    """Sets attributes of the page's settings, or resets those that are null."""
    settings = view().page().settings()
    for name, value in values.items():
        attribute = getattr(QWebEngineSettings.WebAttribute, name)
        if value is None:
            settings.resetAttribute(attribute)
        else:
            settings.setAttribute(attribute, value)


def obey(line):
    command = json.loads(line)
    if "screenshot" in command:
        view().grab().save(command["screenshot"])
    elif "press" in command:
        press(command["press"], command["shift"])
    elif "type" in command:
        type_text(command["type"])
    elif "attributes" in command:
        set_attributes(command["attributes"])
    print("done", flush=True)


def exec_and_obey(*_):
    view().window().activateWindow()
    view().setFocus()
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda *_: obey(sys.stdin.readline() or sys.exit()))
    return run_event_loop()


QApplication.exec = QApplication.exec_ = exec_and_obey
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
