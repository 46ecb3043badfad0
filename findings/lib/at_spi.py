"""Opens a page in a browser on a display of its own, and lets a script read what the browser tells assistive programs.

Run with `run` of lib/at-spi.sh, which starts the display and the message bus.
"""
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

FIREFOX = {
    "accessibility.force_disabled": -1, "browser.aboutwelcome.enabled": False, "browser.preonboarding.enabled": False,
    "browser.shell.checkDefaultBrowser": False, "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False, "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False, "startup.homepage_welcome_url": "", "termsofuse.bypassNotification": True,
    "toolkit.telemetry.enabled": False, "app.normandy.enabled": False, "browser.newtabpage.enabled": False,
}


def command(browser, page):
    profile = Path.cwd() / f"profile-{browser}"
    profile.mkdir()
    if browser == "firefox":
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in FIREFOX.items())
        (profile / "user.js").write_text("\n".join(lines))
        return ["firefox-esr", "--profile", str(profile), "--no-remote", page]
    return ["chromium", "--no-sandbox", f"--user-data-dir={profile}", "--force-renderer-accessibility", "--no-first-run",
            "--disable-gpu", "--no-default-browser-check", "--disable-background-networking", "--password-store=basic", page]


def walk(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child:
            yield from walk(child)


class Page:
    def __init__(self, browser, html):
        file = Path.cwd() / f"{browser}.html"
        file.write_text(f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Finding</title><body>{html}')
        self.process = subprocess.Popen(command(browser, file.as_uri()), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.heard = []
        self.listener = Atspi.EventListener.new(self.hear)
        self.document = self.wait(self.find_document, "the page")

    def hear(self, event):
        self.heard.append((event.type, event.source.get_name() or "", str(event.any_data)))

    def listen(self, *types):
        for name in types:
            self.listener.register(name)

    def pump(self, seconds):
        """Lets events arrive for a while."""
        loop = GLib.MainLoop()
        GLib.timeout_add(int(seconds * 1000), loop.quit)
        loop.run()

    def wait(self, test, what, seconds=60):
        end = time.time() + seconds
        while time.time() < end:
            try:
                found = test()
            except GLib.Error:
                found = None
            if found:
                return found
            self.pump(0.2)
        raise SystemExit(f"no {what} after {seconds} s")

    def find_document(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(index)
            for node in walk(program) if program else ():
                if node.get_role_name() == "document web" and node.get_name() == "Finding" and node.get_child_count():
                    return node
        return None

    def named(self, name):
        return self.wait(lambda: next((node for node in walk(self.document) if node.get_name() == name), None), name)

    def key(self, *keys):
        subprocess.run(["xdotool", "key", *keys], check=True)

    def focus_window(self):
        window = self.wait(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Finding"],
                                                  capture_output=True, text=True).stdout.split(), "window")[-1]
        subprocess.run(["xdotool", "windowactivate", "--sync", window], check=False, stderr=subprocess.DEVNULL)

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
