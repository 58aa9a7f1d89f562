"""Hiding chrome takes work that grows with the length of a text, not with its square: counted."""

from __future__ import annotations

from functools import partial

import pytest

from briefing.ingest import hide_chrome
from tests.helpers.effort import steps

MOST = 2.2  # times the work for twice the text; a little is done once for any


def _menu(count: int) -> str:
    return "\n".join(
        ("Home", "News", f"Port {n}", "- Sign in", "Contact")[n % 5] for n in range(count)
    )


def _article(count: int) -> str:
    told = (
        f"The minister said on day {n} that the ports would stay open to all ships of the region.\n"
        f"Read more: the ports of day {n}"
        for n in range(count)
    )
    return "\n\n".join(told)


def _one_line(count: int) -> str:
    return _article(count).replace("\n", " ")


@pytest.mark.parametrize(("text_of", "count"), [(_menu, 400), (_article, 200), (_one_line, 200)])
def test_twice_the_text_is_twice_the_work(text_of, count):
    hide_chrome(text_of(20))  # what is compiled once is no work of the text

    less, more = (steps(partial(hide_chrome, text_of(size))) for size in (count, 2 * count))

    assert more < MOST * less


def test_a_menu_run_together_on_one_line_is_hidden():
    items = ["Home", "World news", "Sign in", "Contact us", "Weather", "Sport"]
    menu = "\n".join(f"- {item}" for item in items)
    text = f"{' '.join(items)}\n\n{menu}\n\nThe ministers of Chile and Peru met in Lima to talk of fish and of ports.\n"

    hidden = [text[cut.start : cut.end] for cut in hide_chrome(text)]

    assert " ".join(items) in hidden
