"""Processes that stand in for those of the crew."""

import os
import sys
import textwrap

from briefing.workspace.extraction.hand import Setup

# What a process of the crew says, without a model: one that finds nothing, at once.
STAND_IN = """
    import json, os, pathlib, sys
    sys.stdin.readline()
    say = lambda told: print(json.dumps(told), flush=True)
    say({"ready": "stand-in"})
    found = {"found": {"backend": "stand-in", "resources": "", "sentences": []}}
    for line in sys.stdin:
        text = json.loads(line)["text"]
        if text.startswith("once "):
            mark = pathlib.Path(text[5:])
            if not mark.exists():
                mark.touch()
                os._exit(1)
        if text == "always":
            os._exit(1)
        if text == "fails":
            say({"failed": "KeyError in x.py, line 1"})
            continue
        if text == "for ever":
            sys.stdin.readline()
        say(found)
"""


def setup(script):
    """Return what starts a process with a script."""
    return Setup(command=(sys.executable, "-c", textwrap.dedent(script)))


def runs(number):
    """Return whether a process is there."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
