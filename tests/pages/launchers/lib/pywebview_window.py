"""A pywebview window for the tests: python pywebview_window.py gtk|qt"""

import sys
from urllib.request import Request, urlopen

import webview


class Bridge:
    def send(self, url, method, headers, body):
        with urlopen(Request(url, body.encode(), headers, method=method)) as response:
            return {"status": response.status, "headers": dict(response.headers), "body": response.read().decode() or None}


window = webview.create_window("Tests", "about:blank", width=640, height=720, js_api=Bridge())
# pywebview adds its object some time after the page has loaded, in several scripts.
window.events.loaded += lambda: window.run_js("window.isPywebviewThere = true")
webview.start(gui=sys.argv[1])
