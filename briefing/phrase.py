"""Sentences as values: English as they stand, and still with the pattern they were made of.

What is said below the window is English: the command line prints it, logs and files hold it. A
window that speaks another language words the pattern anew, with the same values in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

_PLACE = re.compile(r"\{(\w+)\}")


class Phrase(str):
    """A piece of text that knows its pattern and what was put into it; made by `phrase`.

    Attributes:
        pattern: English words with places: `There is no file {name}.`
        values: what stands in the places; a value that is a Phrase is worded in its turn.
    """

    __slots__ = ("pattern", "values")

    pattern: str
    values: Mapping[str, str]

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (self.pattern, self.values)


def phrase(pattern: str, /, **values: object) -> Phrase:
    """Return words with values put in.

    Args:
        pattern: the words; `{name}` stands for a value, and nothing else in braces means anything.
        **values: what to put in; numbers as they are to be shown.
    """
    return _made(pattern, {n: v if isinstance(v, str) else str(v) for n, v in values.items()})


def as_phrase(words: str) -> Phrase:
    """Return words that are to be worded even as a value of a phrase."""
    return words if isinstance(words, Phrase) else _made(words, {})


def joined(parts: Iterable[str], between: str = " ") -> Phrase:
    """Return several phrases as one; empty ones are left out."""
    there = {f"part{number}": part for number, part in enumerate(filter(None, parts))}
    return _made(between.join(f"{{{name}}}" for name in there), there)


def worded(words: str, translate: Callable[[str], str]) -> str:
    """Return a phrase in other words, its values as they are.

    Args:
        words: a phrase, or words without values.
        translate: returns what stands for a pattern; the pattern itself where nothing does.
    """
    if not isinstance(words, Phrase):
        return translate(words)
    values = {
        name: worded(value, translate) if isinstance(value, Phrase) else value
        for name, value in words.values.items()
    }
    return _filled(translate(words.pattern), values)


def to_plain(words: str) -> Any:
    """Return a phrase as what JSON can hold; `from_plain` makes it a phrase again."""
    if not isinstance(words, Phrase):
        return words
    return [words.pattern, {name: to_plain(value) for name, value in words.values.items()}]


def from_plain(plain: object) -> str:
    """Return the words that `to_plain` was given.

    Raises:
        ValueError: this is nothing that `to_plain` returns.
    """
    if isinstance(plain, str):
        return plain
    match plain:
        case [str(pattern), dict(values)]:
            return _made(pattern, {str(n): from_plain(v) for n, v in values.items()})
        case _:
            raise ValueError("no phrase")


def _made(pattern: str, values: Mapping[str, str]) -> Phrase:
    made = Phrase(_filled(pattern, values))
    made.pattern, made.values = pattern, values
    return made


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), pattern)
