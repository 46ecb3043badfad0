"""Shows a page in WebKitGTK: python3 webkit.py URL"""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

window = Gtk.Window()
window.set_default_size(900, 700)
window.connect("destroy", Gtk.main_quit)
view = WebKit2.WebView()
view.connect("notify::title", lambda *_: window.set_title(view.get_title() or ""))
view.load_uri(sys.argv[1])
window.add(view)
window.show_all()
view.grab_focus()
Gtk.main()
