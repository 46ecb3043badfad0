"""Starts Orca, in place of its client of Speech Dispatcher: prints what Orca says, and when Orca cuts it off.

Each is a line of JSON: {"say": text} or {"stop": true}. Orca imports this module, because the folder of the program that runs
is searched first.
"""

import html
import json
import re
import runpy
import sys
from enum import Enum

CallbackType = Enum("CallbackType", "INDEX_MARK BEGIN END CANCEL PAUSE RESUME")
DataMode = Enum("DataMode", "TEXT SSML")
Priority = Enum("Priority", "IMPORTANT TEXT MESSAGE NOTIFICATION PROGRESS")
PunctuationMode = Enum("PunctuationMode", "ALL MOST SOME NONE")
Scope = Enum("Scope", "SELF ALL")


class SSIPCommunicationError(Exception):
    """Orca catches it."""


def report(**event):
    print(json.dumps(event), flush=True)


class SSIPClient:
    def __init__(self, *_, **__):
        pass

    def __getattr__(self, name):
        """Rate, pitch, voice and all that: accepted, and without effect."""
        if name.startswith(("set_", "list_")):
            return lambda *_, **__: ()
        if name.startswith("get_"):
            return lambda *_: 0
        raise AttributeError(name)

    def list_output_modules(self):
        return ("recorder",)

    def get_output_module(self):
        return "recorder"

    def speak(self, text, *_, **__):
        """The text is SSML."""
        report(say=html.unescape(re.sub("<[^>]*>", "", text)).strip())

    def char(self, character):
        report(say=character)

    key = char

    def cancel(self, *_):
        report(stop=True)

    stop = cancel

    def close(self):
        pass


if __name__ == "__main__":
    orca = runpy.run_path("/usr/bin/orca", run_name="orca_program")
    # Orca refuses to start beside another one of the same user, but this one is in a D-Bus session of its own.
    orca["main"].__globals__["otherOrcas"] = lambda: []
    sys.exit(orca["main"]())
