#!/usr/bin/env bash
# Orca says the same name for / and \ in Macedonian, for ( and { in Turkish, and for two or three signs of ASCII in ten of its languages.
#
# Versions:  orca 43.1-1 (Debian 12), unpacked; only its table of names and its translations are read.
# Behaviour: The names are what Orca speaks when a field is read by character. Colon and comma are one word in Arabic, colon and semicolon
#            in Tamil, all three opening brackets in Gujarati. The English names and 72 translations are distinct.
# Output:    ar ': ,' and "' ~"; bn gl ( [; ckb { }; gu ( [ {; mk / \; pa ( [ and ) }; ta : ;; tr ( { and ) }; ug ( }
# Guess:     A table of 32 names that blind people hear all day has no two alike, at least not in Turkish or Arabic.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
apt-get download -qq orca=43.1-1 2> log || { cat log >&2; echo "first: apt-get update, on Debian 12" >&2; exit 2; }
dpkg -x orca_*.deb root
cat > names.py <<'PY'
import gettext
import string
import sys
import types
from pathlib import Path

root = Path("root/usr")
package = types.ModuleType("orca")
package.__path__ = [str(root / "lib/python3/dist-packages/orca")]
# The names are translated on import. The other two modules are for formulas and for settings.
modules = {f"orca.{name}": types.ModuleType(f"orca.{name}") for name in ("orca_i18n", "mathsymbols", "orca_state")}
sys.modules.update({"orca": package, **modules})
languages = sorted(path.parts[-3] for path in (root / "share/locale").glob("*/LC_MESSAGES/orca.mo"))
for language in ["en", *languages]:
    translation = gettext.translation("orca", root / "share/locale", [language], fallback=language == "en")
    modules["orca.orca_i18n"]._ = translation.gettext
    sys.modules.pop("orca.chnames", None)
    from orca.chnames import chnames
    signs = {}
    for sign in string.punctuation:
        signs.setdefault(chnames[sign].strip().lower(), []).append(sign)
    alike = ["".join(group) for group in signs.values() if len(group) > 1]
    if alike:
        print(language, *alike)
print(len(languages), "languages")
PY
expect "signs of one name" "ar '~ ,:;bn ([ )];ckb {};gl ([ )];gu ([{ )]};mk /\\;pa ([ )};ta :;;tr ({ )};ug (};82 languages;" \
  "$(python3 names.py | tr '\n' ';')"
