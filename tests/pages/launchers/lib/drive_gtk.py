"""Runs a program with a WebKitGTK page unchanged, and drives it: python drive_gtk.py program.py [arguments]

WebKitWebDriver starts only browsers of its own. So this reads commands, one JSON object a line. When each is done, it prints
one with the command's `id`, and the value or the error.
"""

import json
import runpy
import sys
from threading import Thread

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gdk, GLib, Gtk, WebKit2

KEYS = {"Tab": Gdk.KEY_Tab, "Enter": Gdk.KEY_Return, " ": Gdk.KEY_space}
run_application = Gtk.Application.run


def descendants(widget):
    yield widget
    if isinstance(widget, Gtk.Container):
        for child in widget.get_children():
            yield from descendants(child)


def page():
    return next(widget for window in Gtk.Window.list_toplevels() for widget in descendants(window)
                if isinstance(widget, WebKit2.WebView))


def answer(id, **result):
    print(json.dumps({"id": id, **result}), flush=True)


def press(key, shift=False):
    view = page()
    _, codes = Gdk.Keymap.get_for_display(view.get_display()).get_entries_for_keyval(key)
    for kind in (Gdk.EventType.KEY_PRESS, Gdk.EventType.KEY_RELEASE):
        event = Gdk.Event.new(kind)
        event.window = view.get_window()
        event.keyval = Gdk.KEY_ISO_Left_Tab if shift and key == Gdk.KEY_Tab else key
        event.hardware_keycode = codes[0].keycode
        event.state = Gdk.ModifierType.SHIFT_MASK if shift else Gdk.ModifierType(0)
        event.set_device(view.get_display().get_default_seat().get_keyboard())
        Gtk.main_do_event(event)


def load(id, url):
    changes = []

    def on_change(view, change):
        changes.append(change)
        # The last page may end after this one has started.
        if change == WebKit2.LoadEvent.FINISHED and WebKit2.LoadEvent.COMMITTED in changes:
            view.disconnect(handler)
            answer(id)

    handler = page().connect("load-changed", on_change)
    page().load_uri(url)


def evaluate(id, function):
    def on_end(view, result):
        try:
            answer(id, value=view.call_async_javascript_function_finish(result).to_string())
        except GLib.Error as error:
            answer(id, error=error.message)

    page().call_async_javascript_function(function, -1, None, None, None, None, on_end)


def version():
    return ".".join(str(getattr(WebKit2, f"get_{part}_version")()) for part in ("major", "minor", "micro"))


def save(path):
    window = page().get_window()
    Gdk.pixbuf_get_from_window(window, 0, 0, window.get_width(), window.get_height()).savev(path, "png", [], [])


def obey(line):
    command = json.loads(line)
    id = command["id"]
    try:
        if "open" in command:
            return load(id, command["open"])
        if "evaluate" in command:
            return evaluate(id, command["evaluate"])
        if "version" in command:
            return answer(id, value=version())
        if "press" in command:
            press(KEYS[command["press"]], command["shift"])
        elif "type" in command:
            press(Gdk.unicode_to_keyval(ord(command["type"])))
        elif "screenshot" in command:
            save(command["screenshot"])
        answer(id)
    except Exception as error:
        answer(id, error=repr(error))


def read_commands():
    for line in sys.stdin:
        GLib.idle_add(obey, line)


def focus():
    # No window manager does it.
    page().get_toplevel().get_window().focus(Gdk.CURRENT_TIME)
    page().grab_focus()


def run_and_obey(*args):
    GLib.idle_add(focus)
    Thread(target=read_commands, daemon=True).start()
    return run_application(*args)


Gtk.Application.run = run_and_obey
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
