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


def test_help_costs_no_more_than_a_few_times_its_command_line_library():
    def seconds(*code):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *code], stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - begun

    # In turns and the best of each: other programs on the machine are not this program's fault.
    runs = [(seconds("-m", "briefing", "--help"), seconds("-c", "import click")) for _ in range(5)]
    help_, click = (min(run[n] for run in runs) for n in (0, 1))
    assert help_ < 6 * click
