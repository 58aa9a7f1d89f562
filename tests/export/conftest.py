"""Golden files of this package are written anew with `pytest tests/export --update-golden`."""

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

EXPECTED = Path(__file__).parents[1] / "data" / "expected"


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the expected files anew")


@pytest.fixture
def golden(request) -> Callable[[str, str], None]:
    """Return a check of a whole text against the expected file of that name."""

    def check(name: str, text: str) -> None:
        path = EXPECTED / name
        if request.config.getoption("--update-golden", default=False):
            path.write_text(text, encoding="utf-8", newline="")
        expected = path.read_text(encoding="utf-8")
        if text != expected:
            lines = difflib.unified_diff(
                expected.splitlines(), text.splitlines(), "expected", "now"
            )
            pytest.fail("\n".join([f"{name} differs", *lines]))

    return check
