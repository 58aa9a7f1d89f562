"""Work grows with the length of a text, not with its square: counted, so that no clock decides."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest

from briefing.extract import Extractor
from briefing.extract.text.backend import RulesBackend
from tests.helpers.effort import steps

DAY = dt.date(2023, 3, 20)
MOST = 2.2  # times the work for twice the text; a little is done once for any
_SYLLABLES = ("ba", "de", "fi", "go", "lu", "me", "ni", "po", "ra", "su", "ti", "vo")


def _name(number: int) -> str:
    """Return a name of its own for each number."""
    letters = ""
    for _ in range(4):
        number, rest = divmod(number, len(_SYLLABLES))
        letters += _SYLLABLES[rest]
    return letters.capitalize()


def _people(count: int) -> str:
    told = (
        f"Chilean Trade Minister {_name(n)} {_name(n + 7)}k urged Peru to open its ports. "
        f"{_name(n + 3)} {_name(n + 11)}m, an aide, met officials in Lima on Tuesday."
        for n in range(count)
    )
    return "\n\n".join(told)


def _one_person(count: int) -> str:
    told = "Chilean President Ana Rojas met Peru's leaders on Monday. The president said the talks go on."
    return "\n".join([told] * count)


def _short_lines(count: int) -> str:
    return "\n".join(("Home", "Steel", f"Port of {_name(n)}", "Peru")[n % 4] for n in range(count))


def _one_paragraph(count: int) -> str:
    return _people(count).replace("\n\n", " ")


def _no_stop(count: int) -> str:
    return _one_paragraph(count).replace(".", "")


def _transcript(count: int) -> str:
    told = (
        f"PRESIDENT {_name(n % 9).upper()}: We ask Chile to lower its duties.\nQ: And what of fish?"
        for n in range(count)
    )
    return "\n\n".join(told)


@pytest.fixture(scope="module")
def rules(tables):
    extractor = Extractor(tables)
    extractor._loaded = RulesBackend()
    extractor.extract(_people(30), published=DAY)  # what is compiled once is no work of the text
    return extractor


@pytest.mark.parametrize(
    ("text_of", "count"),
    [
        (_people, 100),
        (_one_person, 150),
        (_short_lines, 600),
        (_one_paragraph, 100),
        (_no_stop, 80),
        (_transcript, 120),
    ],
)
def test_twice_the_text_is_twice_the_work(rules, text_of, count):
    less, more = (
        steps(partial(rules.extract, text_of(size), published=DAY)) for size in (count, 2 * count)
    )

    assert more < MOST * less
