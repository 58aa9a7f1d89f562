"""The command line opens fast because it loads nothing heavy before it is needed."""

import subprocess
import sys
import time

HEAVY = ("spacy", "PySide6", "whoosh", "markdown", "jinja2", "rich", "numpy")


def test_importing_the_command_line_loads_nothing_heavy():
    code = (
        "import sys, briefing.__main__, briefing.cli.main;"
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_importing_the_use_cases_loads_nothing_heavy():
    code = f"import sys, briefing.workspace; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_help_is_there_within_four_tenths_of_a_second():
    def seconds():
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "briefing", "--help"], stdout=subprocess.DEVNULL, check=True
        )
        return time.perf_counter() - begun

    # The best of several: other programs on the machine are not this program's fault.
    assert min(seconds() for _ in range(5)) < 0.4
