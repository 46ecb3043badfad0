#!/usr/bin/env bash
# Django's urlize shows ?token=x&region=eu and links to ?token=x®ion=eu, although nobody has escaped the text.
#
# Versions:  Django 5.2.19, Jinja2 3.1.6, bleach 6.4.0 (PyPI); needs Python 3.10 or newer.
# Behaviour: It decodes entities in every link that it finds, and HTML has 106 of them that need no semicolon and no end of the word. So
#            parameters that begin like one are lost: currency, notify, param, region, section, timestamp. The shown text is right, and so
#            is the link with `lang` or `locale`, with which one tries it. Jinja2's urlize and bleach keep all.
# Output:    href: Django ?token=x%C2%AEion%3Deu, Jinja2 and bleach ?token=x&amp;region=eu
# Guess:     A filter that is made for plain text leaves an address as it is; only text that somebody has escaped before is decoded.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check Django==5.2.19 Jinja2==3.1.6 bleach==6.4.0 2> log || { cat log >&2; exit 1; }
cat > links.py <<'PY'
import html
import re

import bleach
from django.conf import settings
from django.template import Context, Engine
from jinja2.utils import urlize as jinja_urlize

settings.configure()
template = Engine().from_string("{{ text|urlize }}")


def in_template(text):
    return template.render(Context({"text": text}))


def target(link):
    return re.search(r'href="([^"]*)"', link)[1]


url = "https://example.com/?token=x&region=eu"
for name, function in {"template": in_template, "Jinja2": jinja_urlize, "bleach": bleach.linkify}.items():
    print(name, *re.search('href="([^"]*)".*>(.*)</a>', function(url)).groups())
names = "code copy currency email lang locale notify order param redirect region section state timestamp".split()
print("lost:", *(name for name in names if f"&{name}=" not in html.unescape(target(in_template(f"https://example.com/?token=x&{name}=eu")))))
PY
expect "link and text" "template https://example.com/?token=x%C2%AEion%3Deu https://example.com/?token=x&amp;region=eu;\
Jinja2 https://example.com/?token=x&amp;region=eu https://example.com/?token=x&amp;region=eu;\
bleach https://example.com/?token=x&amp;region=eu https://example.com/?token=x&amp;region=eu;\
lost: copy currency notify param region section timestamp;" "$(python/bin/python links.py | tr '\n' ';')"
