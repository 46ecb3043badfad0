"""Runs a QtWebEngine program unchanged, and sends it the keys of a player: python drive.py program.py [arguments]

Qt ignores key events of the DevTools protocol, and Page.captureScreenshot crashes Qt 5.12. So this reads commands, one
JSON object a line, and prints a line when each is done.
"""

import json
import runpy
import sys

from PyQt5.QtCore import QSocketNotifier, Qt
from PyQt5.QtGui import QInputMethodEvent
from PyQt5.QtTest import QTest
from PyQt5.QtWebEngineWidgets import QWebEngineView
from PyQt5.QtWidgets import QApplication

KEYS = {"Tab": Qt.Key_Tab, "Enter": Qt.Key_Return, " ": Qt.Key_Space}
run_event_loop = QApplication.exec_


def view():
    return next(widget for window in QApplication.topLevelWidgets() for widget in [window, *window.findChildren(QWebEngineView)]
                if isinstance(widget, QWebEngineView))


def press(key, shift):
    # Qt has a separate key for Shift and Tab.
    if shift and key == "Tab":
        QTest.keyClick(view().focusProxy(), Qt.Key_Backtab, Qt.ShiftModifier)
    else:
        QTest.keyClick(view().focusProxy(), KEYS[key], Qt.ShiftModifier if shift else Qt.NoModifier)


def type_text(text):
    for character in text:
        if character.isascii():
            QTest.keyClicks(view().focusProxy(), character)
        else:
            event = QInputMethodEvent()
            event.setCommitString(character)
            QApplication.sendEvent(view().focusProxy(), event)


def obey(line):
    command = json.loads(line)
    if "screenshot" in command:
        view().grab().save(command["screenshot"])
    elif "press" in command:
        press(command["press"], command["shift"])
    elif "type" in command:
        type_text(command["type"])
    print("done", flush=True)


def exec_and_obey(*_):
    window = view().window()
    window.activateWindow()
    view().setFocus()
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Read)
    notifier.activated.connect(lambda *_: obey(sys.stdin.readline() or sys.exit()))
    return run_event_loop()


QApplication.exec_ = exec_and_obey
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
