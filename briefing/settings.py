"""What the user prefers, as TOML in the config folder; unknown keys are kept, wrong ones named."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from briefing.phrase import phrase

THEMES = ("system", "light", "dark", "contrast")
LANGUAGES = ("", "en", "fr")
PAPERS = ("", "a4", "letter")
_CHOICES = {"theme": THEMES, "language": LANGUAGES, "paper": PAPERS}
_RANGES = {
    "reading_size": (6, 72),
    "line_length": (30, 200),
    "interface_size": (80, 200),
    "processes": (0, 4),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The user's preferences.

    Attributes:
        our_side: whose point of view briefings take; "" for the first side of each meeting.
        theme: one of THEMES.
        reading_font: family of the article text; "" for the bundled one.
        reading_size: size of the article text in points.
        line_length: characters in a line of article text.
        interface_size: size of the window's own words, in hundredths of the usual.
        model: name or path of a spaCy model; "" for the small English one.
        language: of the window, one of LANGUAGES; "" for that of the desktop.
        processes: that go through many articles side by side; 0 for as many as suit the machine.
        paper: of PDF, Word and print, one of PAPERS; "" for the one usual where the program runs.
    """

    our_side: str = ""
    theme: str = "system"
    reading_font: str = ""
    reading_size: int = 13
    line_length: int = 72
    interface_size: int = 100
    model: str = ""
    language: str = ""
    paper: str = ""
    processes: int = 0

    def with_(self, **changes: Any) -> Settings:
        """Return these settings with some values changed."""
        return replace(self, **changes)


def load(config: Path) -> tuple[Settings, tuple[str, ...]]:
    """Read `settings.toml` in the folder `config`.

    Returns:
        The settings, and one sentence for each value that could not be used and was replaced by
        its default. A missing file gives the defaults and no sentence.
    """
    import tomllib

    path = config / "settings.toml"
    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Settings(), (
            phrase(
                "{path} cannot be read ({error}); the defaults are used.", path=path, error=error
            ),
        )
    usable, problems = _sorted_out(stored, path)
    return Settings(**usable), problems


def save(settings: Settings, config: Path) -> None:
    """Write the settings; keys this version does not know are left as they stand.

    Raises:
        OSError: the folder cannot be written.
    """
    import os

    import tomlkit
    from tomlkit.exceptions import ParseError

    path = config / "settings.toml"
    config.mkdir(parents=True, exist_ok=True)
    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, UnicodeDecodeError, ParseError):
        document = tomlkit.document()
    for field in fields(settings):
        document[field.name] = getattr(settings, field.name)
    beside = path.with_suffix(".tmp")
    beside.write_text(tomlkit.dumps(document), encoding="utf-8")
    os.replace(beside, path)  # noqa: PTH105 - Path.replace says nothing of being atomic


def _sorted_out(stored: dict[str, Any], path: Path) -> tuple[dict[str, Any], tuple[str, ...]]:
    usable: dict[str, Any] = {}
    problems: list[str] = []
    for field in fields(Settings):
        if field.name not in stored:
            continue
        value = stored[field.name]
        if _fits(field.name, value):
            usable[field.name] = value
        else:
            problems.append(
                phrase(
                    "{path}: {name} = {value} cannot be used; the default is.",
                    path=path,
                    name=field.name,
                    value=repr(value),
                )
            )
    return usable, tuple(problems)


def _fits(name: str, value: Any) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name in _RANGES:
        least, most = _RANGES[name]
        return type(value) is int and least <= value <= most
    return isinstance(value, str)
