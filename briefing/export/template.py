"""Templates: which sections a briefing has, in which order, and how much each may hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.errors import BadResource, BadValue
from briefing.paths import resource_text, resources

# These files of the same folder are tables the sections use, not templates.
_TABLES = frozenset({"counterparts", "scenario"})


@dataclass(frozen=True, slots=True)
class Template:
    """The order and the limits of one kind of briefing, from `resources/templates/NAME.yaml`."""

    name: str
    sections: tuple[str, ...]
    annexes: tuple[str, ...]
    limits: Mapping[str, int]


def profiles() -> tuple[str, ...]:
    """Return the names of the templates there are, in order."""
    folder = resources().joinpath("templates")
    names = (item.name.removesuffix(".yaml") for item in folder.iterdir())
    return tuple(sorted(name for name in names if name not in _TABLES and "." not in name))


@cache
def template(name: str) -> Template:
    """Return the template of that name.

    Raises:
        BadValue: there is none of that name.
        BadResource: it cannot be read.
    """
    if name not in profiles():
        raise BadValue(f"There is no briefing profile {name!r}.", f"Use {', '.join(profiles())}.")
    stored = _read(name)
    try:
        return Template(
            name, tuple(stored["sections"]), tuple(stored["annexes"]), dict(stored["limits"])
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadResource(f"templates/{name}.yaml lacks {error}.") from error


@cache
def posts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the offices that sit opposite each other, as pairs (post, pattern of the role)."""
    rows = _read("counterparts")
    return tuple((row["post"], re.compile(row["pattern"], re.IGNORECASE)) for row in rows)


@cache
def cues(kind: str) -> re.Pattern[str]:
    """Return the pattern of the words that tell of `format` or `press`."""
    choices = "|".join(_read("scenario")[kind])
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)


def _read(name: str) -> Any:
    import yaml

    try:
        return yaml.safe_load(resource_text(f"templates/{name}.yaml"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadResource(f"templates/{name}.yaml cannot be read: {error}") from error
