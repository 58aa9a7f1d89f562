"""Reading the YAML tables of this package, so that every mistake is told with file and line."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from briefing.errors import BadResource
from briefing.paths import resource_text


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a table, and the line it stands in."""

    file: str
    line: int
    value: Any

    def error(self, what: str) -> BadResource:
        """Return the error that says what is wrong here, for raising."""
        return BadResource(f"{self.file}, line {self.line}: {what}.")

    def text(self) -> str:
        """Return the value as text that is not empty."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.error("a text is expected")
        return self.value

    def only(self, fields: Collection[str]) -> None:
        """Refuse a value that is no mapping, or has a field not among these."""
        for name in self._fields():
            if name not in fields:
                raise self.error(f"the field “{name}” is not known")

    def required(self, name: str) -> str:
        """Return the text of a field; BadResource where it is missing."""
        if name not in self._fields():
            raise self.error(f"the field “{name}” is missing")
        return Row(self.file, self.line, self._fields()[name]).text()

    def optional(self, name: str) -> str:
        """Return the text of a field, or ""."""
        return self.required(name) if name in self._fields() else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of a field that holds a list; empty where it is missing."""
        items = self._fields().get(name, [])
        if not isinstance(items, list):
            raise self.error(f"the field “{name}” must be a list")
        return tuple(Row(self.file, self.line, item).text() for item in items)

    def choice(self, name: str, allowed: Collection[str], default: str = "") -> str:
        """Return the text of a field that must be one of `allowed`."""
        value = self.optional(name) or default
        if value not in allowed:
            raise self.error(f"“{value}” is no {name}; it must be one of {', '.join(allowed)}")
        return value

    def flag(self, name: str) -> bool:
        """Return a field that is true or false; False where it is missing."""
        value = self._fields().get(name, False)
        if not isinstance(value, bool):
            raise self.error(f"the field “{name}” must be true or false")
        return value

    def _fields(self) -> dict[str, Any]:
        if not isinstance(self.value, dict):
            raise self.error("fields with values are expected")
        return self.value


@dataclass(frozen=True, slots=True)
class Table:
    """A whole YAML file: `top` maps its keys to values, `lines` tells where each item stands."""

    file: str
    top: Mapping[str, Any]
    lines: Mapping[str, int | tuple[int, ...] | Mapping[str, int]]

    def row(self, key: str) -> Row:
        """Return the value of a key."""
        if key not in self.top:
            raise BadResource(f"{self.file}, line 1: the key “{key}” is missing.")
        line = self.lines[key]
        return Row(self.file, line if isinstance(line, int) else 1, self.top[key])

    def rows(self, key: str) -> tuple[Row, ...]:
        """Return the items of a key that holds a list."""
        lines = self.lines.get(key)
        if not isinstance(lines, tuple):
            raise self.row(key).error(f"“{key}” must be a list")
        return tuple(Row(self.file, n, item) for n, item in zip(lines, self.top[key], strict=True))

    def mapping(self, key: str) -> dict[str, Row]:
        """Return the items of a key that holds a mapping."""
        lines = self.lines.get(key)
        if not isinstance(lines, Mapping):
            raise self.row(key).error(f"“{key}” must hold names with values")
        return {name: Row(self.file, lines[name], self.top[key][name]) for name in lines}


def read_table(name: str) -> Table:
    """Read a table of the resources folder.

    Raises:
        BadResource: it is no YAML, or no mapping at the top.
    """
    return parse_table(name, resource_text(name))


def parse_table(file: str, text: str) -> Table:
    """Read a table from its text; `file` names it in messages."""
    import yaml

    # The parser written in C is ten times as fast, but not every build of PyYAML has it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        root = loader.get_single_node()
        top = loader.construct_document(root) if root else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise BadResource(f"{file}, line {line}: this is not YAML ({problem}).") from error
    if not isinstance(root, yaml.MappingNode) or not isinstance(top, dict):
        raise BadResource(f"{file}, line 1: names with values are expected at the top.")
    lines = {key.value: _lines_below(key, value) for key, value in root.value}
    return Table(file, top, lines)


def _lines_below(key: Any, node: Any) -> int | tuple[int, ...] | dict[str, int]:
    import yaml

    if isinstance(node, yaml.SequenceNode):
        return tuple(item.start_mark.line + 1 for item in node.value)
    if isinstance(node, yaml.MappingNode):
        return {name.value: name.start_mark.line + 1 for name, _ in node.value}
    return int(key.start_mark.line) + 1
