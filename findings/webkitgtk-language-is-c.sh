#!/usr/bin/env bash
# WebKitGTK reports the language `C` under LC_ALL=C.UTF-8, the locale of most containers, and its own Intl rejects it; under plain C not.
#
# Versions:  WebKitGTK 2.50.6 of Debian 12. Debian keeps no older versions, so it is not pinned.
# Behaviour: navigator.language is "C" and `new Intl.NumberFormat(navigator.language)` throws a RangeError; without an argument numbers
#            lose their grouping (1234.5). Under LC_ALL=C, and under a locale that is not installed, the language is en-US and all works.
# Output:    C.UTF-8: C, RangeError, 1234.5; C: en-US, 1,234.5, 1,234.5
# Guess:     en-US in both, as in Chromium, Firefox and Node; what navigator.language says is always a valid tag.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
for package in gir1.2-webkit2-4.1 gir1.2-gtk-3.0 python3-gi xvfb xauth; do
  dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q ' installed$' ||
    { echo "first: apt-get install --no-install-recommends gir1.2-webkit2-4.1 gir1.2-gtk-3.0 python3-gi xvfb xauth" >&2; exit 2; }
done
cat > page.py <<'PY'
import os
import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2

SCRIPT = """[navigator.language, (() => { try { return new Intl.NumberFormat(navigator.language).format(1234.5); }
catch (error) { return error.name; } })(), (1234.5).toLocaleString()].join(" ")"""
view = WebKit2.WebView()
window = Gtk.Window()
window.add(view)
window.show_all()


def finish(_, result):
    with open("result", "w") as file:
        file.write(view.evaluate_javascript_finish(result).to_string())
    os._exit(0)


def load(_, event):
    if event == WebKit2.LoadEvent.FINISHED:
        view.evaluate_javascript(SCRIPT, -1, None, None, None, finish)


view.connect("load-changed", load)
view.load_html("<p>text", "http://localhost/")
GLib.timeout_add_seconds(60, lambda: os._exit(1))
Gtk.main()
PY
language() {
  rm -f result
  env LC_ALL="$1" LANG="$1" LANGUAGE= WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1 LIBGL_ALWAYS_SOFTWARE=1 \
    xvfb-run -a /usr/bin/python3 page.py > log 2>&1 || { cat log >&2; exit 1; }
  cat result
}
expect "LC_ALL=C" "en-US 1,234.5 1,234.5" "$(language C)"
expect "LC_ALL=C.UTF-8" "C RangeError 1234.5" "$(language C.UTF-8)"
