"""Runs a program with a WebKitGTK page unchanged, and lets WebKitWebDriver drive that page: python drive_gtk.py program.py [arguments]"""

import runpy
import sys

import gi

gi.require_version("WebKit2", "4.1")
from gi.repository import WebKit2

init = WebKit2.WebView.__init__
info = WebKit2.ApplicationInfo()
info.set_name("pywebview")
info.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())


def init_controlled(view, web_context, **properties):
    init(view, web_context=web_context, is_controlled_by_automation=True, **properties)

    def on_start(_, session):
        session.set_application_info(info)
        session.connect("create-web-view", lambda *_: view)

    web_context.connect("automation-started", on_start)
    web_context.set_automation_allowed(True)


WebKit2.WebView.__init__ = init_controlled
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
