"""A window opens without what reads files, finds things in texts and writes documents."""

import subprocess
import sys

from briefing.workspace.later import later, was_used

HEAVY = (
    "briefing.ingest",
    "briefing.extract",
    "briefing.export",
    "numpy",
    "whoosh",
    "spacy",
    "jinja2",
    "docx",
)


class Boat:
    def __init__(self):
        self.speed = 3

    def sail(self):
        return f"at {self.speed} knots"


def test_a_thing_is_built_when_it_is_first_asked_for_something():
    made = []
    boat = later(lambda: made.append("one") or Boat())
    assert not was_used(boat)
    assert boat.sail() == "at 3 knots"
    boat.speed = 5
    assert boat.sail() == "at 5 knots"
    assert made == ["one"]
    assert was_used(boat)
    assert was_used(Boat())


def test_opening_a_library_imports_nothing_heavy(tmp_path):
    code = (
        "import sys; from pathlib import Path; from briefing.paths import Paths;"
        "from briefing.settings import Settings; from briefing.workspace import open_workspace;"
        f"w = open_workspace(Path({str(tmp_path)!r}, 'lake'), Paths.under(Path({str(tmp_path)!r})), Settings());"
        "w.overview(); w.index_state(); w.suggestions(); w.close();"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
