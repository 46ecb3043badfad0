#!/usr/bin/env bash
# The keyboard layout "Vietnamese" of X and Wayland types neither @ nor any digit, at no level: there is no email address without a keypad.
#
# Versions:  xkb-data 2.35.1-1 and libxkbcommon 1.5.0-1 (Debian 12), unpacked. All desktops on Linux take their layouts from it.
# Behaviour: The row of digits has letters with and without Shift, and AltGr adds none of what they replaced: also ! # $ = [ ] { } are gone.
#            Of the 348 layouts with all letters of ASCII, Kazakh in Latin letters lacks as much, three others a sign each.
# Output:    vn: without @ 0-9 ! # $ = [ ] { }; kz(latin): without @ 0-9; cz(rus), ie(ogam_is434): without @; mm(shn): without 5
# Guess:     The digits and signs are with AltGr, as in the Vietnamese layout of Windows, from which this one has its letters.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
apt-get download -qq xkb-data=2.35.1-1 libxkbcommon0=1.5.0-1 2> log || { cat log >&2; echo "first: apt-get update, on Debian 12" >&2; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
cat > layouts.py <<'PY'
import string
from ctypes import CDLL, POINTER, Structure, byref, c_char_p, c_uint32, c_void_p
from pathlib import Path
from xml.etree import ElementTree

xkb = CDLL(str(next(Path("root/usr/lib").glob("*/libxkbcommon.so.0"))))
for name in ("xkb_context_new", "xkb_keymap_new_from_names"):
    getattr(xkb, name).restype = c_void_p


class Names(Structure):
    _fields_ = [(name, c_char_p) for name in ("rules", "model", "layout", "variant", "options")]


data = Path("root/usr/share/X11/xkb").resolve()
context = c_void_p(xkb.xkb_context_new(1))
xkb.xkb_context_include_path_append(context, str(data).encode())
xkb.xkb_context_set_log_level(context, 0)
keypad = {63, *range(79, 92), 104, 106, 125, 129}


def characters(layout, variant):
    """What the keys of all levels type, without those of the keypad."""
    keymap = xkb.xkb_keymap_new_from_names(context, byref(Names(b"evdev", b"pc105", layout.encode(), variant.encode(), b"")), 0)
    found, keymap, symbols = set(), c_void_p(keymap), POINTER(c_uint32)()
    for key in set(range(9, 256)) - keypad:
        for level in range(xkb.xkb_keymap_num_levels_for_key(keymap, key, 0)):
            for index in range(xkb.xkb_keymap_key_get_syms_by_level(keymap, key, 0, level, byref(symbols))):
                found.add(chr(xkb.xkb_keysym_to_utf32(symbols[index])))
    xkb.xkb_keymap_unref(keymap)
    return found


count = 0
for layout in ElementTree.parse(data / "rules/evdev.xml").findall(".//layout"):
    name = layout.findtext("configItem/name")
    if name == "custom":  # the user's own
        continue
    for variant in ["", *(item.text for item in layout.findall("variantList/variant/configItem/name"))]:
        found = characters(name, variant)
        if not found >= set(string.ascii_lowercase):
            continue
        count += 1
        missing = [sign for sign in "@." + string.digits if sign not in found]
        if missing:
            print(f"{name}({variant or 'default'})", "".join(missing))
        if (name, variant) == ("vn", ""):
            print("all missing:", "".join(sign for sign in string.printable[:94] if sign not in found))
print(count, "layouts with all letters of ASCII")
PY
expect "layouts without some of them" "mm(shn) 5;cz(rus) @;kz(latin) @0123456789;vn(default) @0123456789;all missing: 0123456789!#$=@[]{};\
ie(ogam_is434) @;348 layouts with all letters of ASCII;" "$(python3 layouts.py | tr '\n' ';')"
