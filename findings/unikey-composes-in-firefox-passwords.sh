#!/usr/bin/env bash
# Firefox lets Unikey compose Vietnamese in a hidden password, and Chromium does not: the same keys make two different passwords.
#
# Versions:  ibus-unikey 0.7.0, ibus 1.5.27, Firefox ESR and Chromium of Debian 12, which cannot be pinned (seen: 153.8.0 and 156).
# Behaviour: Firefox tells ibus that the field is a password (GTK's input purpose) and keeps the method on; Hangul and Anthy then stop by
#            themselves, Unikey does not. Chromium turns every method off. The dots hide the difference from who types.
# Output:    Firefox: text "tiếng Việt", password "tiếng Việt"; Chromium: text "tiếng Việt", password "tieengs Vieetj"
# Guess:     A browser gives the keys of a hidden password to no input method, on any system.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
. "$lib/at-spi.sh"
need $packages ibus ibus-gtk3 ibus-unikey firefox-esr chromium
cat > page.py <<'PY'
import json, os, subprocess, sys, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PAGE = b"""<!doctype html><title>form</title><input id="text" autofocus><input id="password" type="password"><script>
for (const type of ["input", "focusin"]) addEventListener(type, ({ target }) =>
  fetch("/", { method: "POST", body: JSON.stringify([target.id, target.value]) }));
</script>"""
reports = []

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE)
    def do_POST(self):
        reports.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()
    def log_message(self, *_):
        pass

server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}/"
home = os.environ["HOME"]
env = {**os.environ, "GTK_IM_MODULE": "ibus", "MOZ_ENABLE_WAYLAND": "0"}

def until(what, holds):
    for _ in range(300):
        if holds():
            return
        time.sleep(0.1)
    raise SystemExit(f"{what}: never; the reports: {reports[-5:]}")

def press(*keys):
    for key in keys:
        subprocess.run(["xdotool", "key", key], env=env, check=True)
        time.sleep(0.08)

def last(field):
    return [value for name, value in reports if name == field][-1:]

KEYS = [*"tieengs", "space", *"Vieetj"]
daemon = subprocess.Popen(["ibus-daemon", "--panel", "disable"], env=env, stdout=subprocess.DEVNULL)
def chosen():
    subprocess.run(["ibus", "engine", "Unikey"], env=env, capture_output=True)
    return subprocess.run(["ibus", "engine"], env=env, capture_output=True, text=True).stdout.strip() == "Unikey"
until("ibus starts Unikey", chosen)
commands = {
    "firefox": ["firefox-esr", "--no-remote", "--profile", f"{home}/firefox", url],
    "chromium": ["chromium", "--no-sandbox", "--disable-gpu", "--no-first-run", "--password-store=basic", f"--user-data-dir={home}/chromium", url],
}
os.makedirs(f"{home}/firefox", exist_ok=True)
with open(f"{home}/firefox/user.js", "w") as preferences:
    for name in ["browser.aboutwelcome.enabled", "browser.shell.checkDefaultBrowser", "datareporting.policy.dataSubmissionEnabled",
                 "browser.preonboarding.enabled", "app.normandy.enabled"]:
        preferences.write(f'user_pref("{name}", false);\n')
    preferences.write('user_pref("termsofuse.bypassNotification", true);\n')
    preferences.write('user_pref("browser.startup.homepage_override.mstone", "ignore");\n')
browser = subprocess.Popen(commands[sys.argv[1]], env=env, stdout=subprocess.DEVNULL)
try:
    until("the field has the focus", lambda: last("text"))
    # The method may start late.
    def composes():
        press("ctrl+a", "BackSpace", "a", "a")
        time.sleep(0.3)
        return last("text") == ["â"]
    until("the method composes", composes)
    press("ctrl+a", "BackSpace", *KEYS)
    time.sleep(1)
    press("Tab")
    until("the password has the focus", lambda: last("password"))
    time.sleep(1)
    press(*KEYS)
    time.sleep(1)
    print(f'text "{last("text")[0]}", password "{last("password")[0]}"')
finally:
    for program in [browser, daemon]:
        program.terminate()
        program.wait()
PY
expect "Firefox" 'text "tiếng Việt", password "tiếng Việt"' "$(run page.py firefox)"
expect "Chromium" 'text "tiếng Việt", password "tieengs Vieetj"' "$(run page.py chromium)"
