"""The kinds of value the command line takes and shows: dates, lists of names, counts."""

from __future__ import annotations

import datetime as dt

import click


def day(value: str) -> dt.date:
    """Return the date written as 2025-05-06; wrong usage if it is none."""
    try:
        return dt.datetime.strptime(value.strip(), "%Y-%m-%d").date()  # noqa: DTZ007 - a day only
    except ValueError as error:
        raise click.BadParameter(
            f"{value!r} is not a date; write it as year-month-day: 2025-05-06."
        ) from error


def names(value: str) -> tuple[str, ...]:
    """Return names separated by commas, each once, in order; wrong usage if there are none."""
    found = tuple(dict.fromkeys(n.strip() for n in value.split(",") if n.strip()))
    if not found:
        raise click.BadParameter(f"{value!r} holds no name; separate names by commas.")
    return found


def counted(number: int, word: str) -> str:
    """Return a number with its noun: `1 article`, `2 articles`."""
    return f"{number} {word}" + ("" if number == 1 else "s")
