"""Reading of the tables in `resources/` and of the user's layer over them, with line numbers."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing.errors import BadResource
from briefing.paths import resource_text
from briefing.phrase import Phrase, as_phrase, phrase


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a table, and where it stands, so that a mistake in it can be named.

    Attributes:
        lines: for a mapping, the line of each of its keys.
    """

    value: Any
    file: str
    line: int
    lines: dict[str, int] = field(default_factory=dict)

    def strings(self, key: str | None = None) -> tuple[str, ...]:
        """Return a list of strings: the entry itself, or what it holds under `key` (else none).

        Raises:
            BadResource: it is not a list of strings, or one of them is empty.
        """
        value = self.value if key is None else self.mapping().get(key, [])
        line = self.line if key is None else self.lines.get(key, self.line)
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            name = key or as_phrase("the entry")
            raise self.wrong(phrase("{name} must be a list of words in quotes", name=name), line)
        return tuple(value)

    def string(self, key: str, default: str = "") -> str:
        """Return the string under `key`, or `default` where there is none.

        Raises:
            BadResource: it is not a string.
        """
        value = self.mapping().get(key, default)
        if not isinstance(value, str):
            raise self.wrong(
                phrase("{name} must be text; put it in quotes", name=key),
                self.lines.get(key, self.line),
            )
        return value

    def mapping(self) -> dict[str, Any]:
        """Return the entry as a mapping.

        Raises:
            BadResource: it is none.
        """
        if not isinstance(self.value, dict):
            raise self.wrong("a mapping (key: value) is needed here")
        return self.value

    def only(self, *allowed: str) -> None:
        """Check that the mapping has no other keys than these.

        Raises:
            BadResource: it has; the message names key and line.
        """
        for key in self.mapping():
            if key not in allowed:
                known = ", ".join(allowed)
                raise self.wrong(
                    phrase("unknown key {key}; known are {known}", key=repr(key), known=known),
                    self.lines.get(str(key), self.line),
                )

    def wrong(self, problem: str, line: int | None = None) -> BadResource:
        """Return the error that names file, line and problem."""
        return BadResource(at_line(self.file, line or self.line, problem))


def at_line(file: str, line: int, problem: str) -> Phrase:
    """Return the sentence that names file, line and problem."""
    return phrase(
        "{file}, line {line}: {problem}.", file=file, line=line, problem=as_phrase(problem)
    )


class Source:
    """Reads tables by name, the user's layer over those of the program, and keeps their hash.

    Args:
        user_layer: folder with files of the same names, or None.
    """

    def __init__(self, user_layer: Path | None = None) -> None:
        self._user_layer = user_layer
        self._digest = hashlib.sha256()

    @property
    def fingerprint(self) -> str:
        """Hash of everything read so far: 16 hex digits."""
        return self._digest.hexdigest()[:16]

    def entries(self, name: str) -> dict[str, Entry]:
        """Return the top-level entries of a YAML table; the user's replace ours key by key.

        Raises:
            BadResource: a file is not YAML, or not a mapping at its top.
        """
        found: dict[str, Entry] = {}
        for file, text in self._layers(name):
            found.update(_yaml_entries(file, text))
        return found

    def rows(self, name: str, columns: tuple[str, ...]) -> list[tuple[str, int, dict[str, str]]]:
        """Return the rows of a CSV table as (file, line, row), ours first, then the user's.

        Raises:
            BadResource: a column is missing or a row has another number of fields.
        """
        found: list[tuple[str, int, dict[str, str]]] = []
        for file, text in self._layers(name):
            header, rows = _csv_rows(file, text, columns)
            found += [(file, line, dict(zip(header, row, strict=True))) for line, row in rows]
        return found

    def cells(self, name: str, columns: tuple[str, ...]) -> list[list[str]]:
        """Return the cells of those columns of each row, in that order: quick, for long tables.

        Raises:
            BadResource: a column is missing or a row has another number of fields.
        """
        found: list[list[str]] = []
        for file, text in self._layers(name):
            header, rows = _csv_rows(file, text, columns)
            places = [header.index(column) for column in columns]
            found += [[row[place] for place in places] for _, row in rows]
        return found

    def _layers(self, name: str) -> list[tuple[str, str]]:
        layers = [(name, resource_text(name))]
        if self._user_layer is not None and (path := self._user_layer / name).is_file():
            layers.append((str(path), _read(path)))
        for _, text in layers:
            self._digest.update(text.encode())
        return layers


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadResource(
            phrase("{path} cannot be read: {error}.", path=path, error=error)
        ) from error


def _yaml_entries(file: str, text: str) -> dict[str, Entry]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadResource(at_line(file, line, error.problem or "")) from error
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise BadResource(at_line(file, 1, "a mapping (key: value) is needed here"))
    return {str(key.value): _entry(file, key, value) for key, value in root.value}


def _entry(file: str, key: Any, node: Any) -> Entry:
    import yaml

    lines = {}
    if isinstance(node, yaml.MappingNode):
        lines = {str(k.value): k.start_mark.line + 1 for k, _ in node.value}
    return Entry(_plain(node), file, key.start_mark.line + 1, lines)


def _plain(node: Any) -> Any:
    import yaml

    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return _scalar(node)


def _scalar(node: Any) -> Any:
    kind = node.tag.rpartition(":")[2]
    if kind == "bool" and node.value.lower() in ("true", "false"):  # `on` and `no` are words here
        return node.value.lower() == "true"
    if kind == "int":
        return int(node.value)
    if kind == "float":
        return float(node.value)
    return None if kind == "null" else node.value


def _csv_rows(
    file: str, text: str, columns: tuple[str, ...]
) -> tuple[list[str], list[tuple[int, list[str]]]]:
    reader = csv.reader(text.splitlines())
    header = next(reader, [])
    missing = [column for column in columns if column not in header]
    if missing:
        problem = phrase("the column {name} is missing", name=repr(missing[0]))
        raise BadResource(at_line(file, 1, problem))
    rows = [(reader.line_num, row) for row in reader]
    for line, row in rows:
        if len(row) != len(header):
            problem = phrase(
                "{number} fields where {needed} are needed", number=len(row), needed=len(header)
            )
            raise BadResource(at_line(file, line, problem))
    return header, rows
