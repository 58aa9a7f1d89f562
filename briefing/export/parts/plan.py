"""A plan of a briefing, read from YAML: every mistake in it is named by file and line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.errors import BadResource
from briefing.phrase import Phrase, as_phrase, phrase

if TYPE_CHECKING:
    from yaml import Node

_KEYS = ("sections", "annexes", "limits", "titles")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One headed section: the key of its title, and the parts that stand in it, in order."""

    key: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Which sections a kind of briefing has, in which order, and how much each may hold.

    Attributes:
        annexes: keys of the annexes, in order.
        limits: most rows, bullets or words by name.
        titles: titles of this plan's own, by language and section key.
    """

    name: str
    sections: tuple[Chapter, ...]
    annexes: tuple[str, ...]
    limits: Mapping[str, int] = field(default_factory=dict)
    titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class PlanReader:
    """Reads one plan.

    Args:
        name: of the plan. where: what errors call its file.
        parts: the sections there are; a key of another name needs a title of the plan's own.
        limits: the limits there are, with the value each has where the plan names none.
    """

    def __init__(
        self, name: str, where: str, *, parts: Iterable[str], limits: Mapping[str, int] | None
    ) -> None:
        self._name = name
        self._where = where
        self._parts = tuple(parts)
        self._limits = limits

    def read(self, text: str) -> Plan:
        """Return the plan. Raises BadResource, which names file and line."""
        fields = self._fields(self._composed(text), _KEYS)
        if "sections" not in fields:
            raise BadResource(
                phrase("{file} names no sections.", file=self._where),
                "Add a list under `sections:`.",
            )
        titles = self._titles(fields.get("titles"))
        sections = tuple(self._chapter(each, titles) for each in self._list(fields["sections"]))
        annexes = tuple(self._part(each) for each in self._list(fields.get("annexes")))
        return Plan(self._name, sections, annexes, self._numbers(fields.get("limits")), titles)

    def _composed(self, text: str) -> Node:
        import yaml

        try:
            node = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise BadResource(self._at(line, error.problem or "")) from error
        except yaml.YAMLError as error:
            raise BadResource(
                phrase("{path} cannot be read: {error}.", path=self._where, error=error)
            ) from error
        if node is None:
            raise BadResource(phrase("{file} is empty.", file=self._where))
        found: Node = node
        return found

    def _chapter(self, node: Node, titles: Mapping[str, Mapping[str, str]]) -> Chapter:
        """Read `glance`, or `purpose: [glance, objectives]`."""
        if _kind(node) != "mapping":
            part = self._part(node)
            return Chapter(part, (part,))
        pairs = self._pairs(node)
        if len(pairs) != 1:
            raise self._wrong(node, "a section of several parts is written `title: [part, part]`")
        key, parts = pairs[0]
        name = self._text(key)
        if name not in self._parts and not any(name in of for of in titles.values()):
            raise self._wrong(
                key,
                phrase("the section {name} has no title", name=repr(name)),
                "Give it under `titles:`.",
            )
        return Chapter(name, tuple(self._part(each) for each in self._list(parts)))

    def _part(self, node: Node) -> str:
        name = self._text(node)
        if name not in self._parts:
            hint = phrase("Use {names}.", names=", ".join(self._parts))
            raise self._wrong(node, phrase("there is no section {name}", name=repr(name)), hint)
        return name

    def _numbers(self, node: Node | None) -> Mapping[str, int]:
        found = dict(self._limits or {})
        for key, value in self._fields(node, tuple(self._limits or ())).items():
            number = self._text(value)
            if not number.isdecimal():
                raise self._wrong(
                    value,
                    phrase("{key} is {value}, not a whole number", key=key, value=repr(number)),
                )
            found[key] = int(number)
        return found

    def _titles(self, node: Node | None) -> Mapping[str, Mapping[str, str]]:
        return {
            language: {key: self._text(value) for key, value in self._fields(table, ()).items()}
            for language, table in self._fields(node, ()).items()
        }

    def _fields(self, node: Node | None, known: tuple[str, ...]) -> dict[str, Node]:
        """Return the values by key; where keys are `known`, any other is an error."""
        found: dict[str, Node] = {}
        for key, value in self._pairs(node):
            name = self._text(key)
            if known and name not in known:
                raise self._wrong(
                    key,
                    phrase("{name} means nothing here", name=repr(name)),
                    phrase("Use {names}.", names=", ".join(known)),
                )
            found[name] = value
        return found

    def _pairs(self, node: Node | None) -> list[tuple[Node, Node]]:
        if node is None or _is_null(node):
            return []
        if _kind(node) != "mapping":
            raise self._wrong(node, "a table of `key: value` is expected here")
        return list(node.value)

    def _list(self, node: Node | None) -> list[Node]:
        if node is None or _is_null(node):
            return []
        if _kind(node) != "sequence":
            raise self._wrong(node, "a list is expected here")
        return list(node.value)

    def _text(self, node: Node) -> str:
        if _kind(node) != "scalar":
            raise self._wrong(node, "a single word is expected here")
        return str(node.value)

    def _wrong(self, node: Node, what: str, hint: str = "") -> BadResource:
        return BadResource(self._at(node.start_mark.line + 1, what), hint)

    def _at(self, line: int, problem: str) -> Phrase:
        return phrase(
            "{file}, line {line}: {problem}.",
            file=self._where,
            line=line,
            problem=as_phrase(problem),
        )


def _kind(node: Node) -> str:
    """Return `mapping`, `sequence` or `scalar`."""
    return str(getattr(node, "id", ""))


def _is_null(node: Node) -> bool:
    return _kind(node) == "scalar" and node.value in ("", "~", "null")
