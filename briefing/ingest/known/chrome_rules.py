"""The rules of `resources/chrome.yaml`, checked on load with the line of each mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from briefing.ingest.known.tables import Row, Table, read_table

FILE = "chrome.yaml"
KINDS = ("line", "stretch", "list", "tail")
PLACES = ("any", "head", "body", "tail")
_FIELDS = frozenset({"id", "kind", "pattern", "where", "case", "publisher", "hides", "keeps"})
_FRAGMENT = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class ChromeRule:
    """One rule; the attributes are those explained at the top of `resources/chrome.yaml`."""

    id: str
    kind: str
    pattern: re.Pattern[str]
    where: str
    publisher: str
    hides: str
    keeps: str


@dataclass(frozen=True, slots=True)
class ChromeRules:
    """All rules in their order, and the words that make a menu."""

    rules: tuple[ChromeRule, ...]
    menu_words: frozenset[str]

    def of(self, *kinds: str) -> tuple[ChromeRule, ...]:
        """Return the rules of these kinds."""
        return tuple(rule for rule in self.rules if rule.kind in kinds)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules on a whole line, asked together: most lines are chrome to none of them."""

    rules: tuple[ChromeRule, ...]
    any_of_them: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, rules: Iterable[ChromeRule]) -> RuleSet:
        """Return the set of these rules."""
        rules = tuple(rules)
        by_flags: dict[int, list[str]] = {}
        for rule in rules:
            by_flags.setdefault(rule.pattern.flags, []).append(f"(?:{rule.pattern.pattern})")
        joined = (re.compile("|".join(found), flags) for flags, found in by_flags.items())
        return cls(rules, tuple(joined))

    def first(self, label: str) -> ChromeRule | None:
        """Return the first rule that matches the whole of a line."""
        if not any(pattern.fullmatch(label) for pattern in self.any_of_them):
            return None
        return next((rule for rule in self.rules if rule.pattern.fullmatch(label)), None)


@cache
def rule_set(place: str) -> RuleSet:
    """Return the rules for lines in a place (`any`, `head`, `body`, `tail`)."""
    rules = chrome_rules().of("line", "list", "tail")
    return RuleSet.of(rule for rule in rules if rule.where == place)


@cache
def chrome_rules() -> ChromeRules:
    """Return the rules shipped with the program, read once.

    Raises:
        BadResource: the table is malformed; the message names file and line.
    """
    return parse_rules(read_table(FILE))


def parse_rules(table: Table) -> ChromeRules:
    """Make rules of the table; BadResource names the line of the first mistake."""
    fragments = table.mapping("fragments")
    for row in fragments.values():
        row.text()
    words = table.row("menu_words").text().split(",")
    rules: dict[str, ChromeRule] = {}
    for row in table.rows("rules"):
        rule = _rule(row, fragments)
        if rule.id in rules:
            raise row.error(f"the id “{rule.id}” is used twice")
        rules[rule.id] = rule
    return ChromeRules(tuple(rules.values()), frozenset(folded(word) for word in words))


def folded(word: str) -> str:
    """Return a word of a menu as it is compared: small letters, straight apostrophes."""
    return " ".join(word.split()).lower().replace("’", "'")


def _rule(row: Row, fragments: Mapping[str, Row]) -> ChromeRule:
    row.only(_FIELDS)
    kind, where = row.choice("kind", KINDS), row.choice("where", PLACES, "any")
    if where != "any" and kind != "line":
        raise row.error("`where` is for rules of the kind line")
    return ChromeRule(
        id=row.required("id"),
        kind=kind,
        pattern=_compiled(row, fragments),
        where=where,
        publisher=row.optional("publisher"),
        hides=row.required("hides"),
        keeps=row.optional("keeps"),
    )


def _compiled(row: Row, fragments: Mapping[str, Row]) -> re.Pattern[str]:
    def fragment(match: re.Match[str]) -> str:
        if match[1] not in fragments:
            raise row.error(f"there is no fragment “{match[1]}”")
        return "(?:" + re.sub(r"\s+", "", fragments[match[1]].text()) + ")"

    pattern = _FRAGMENT.sub(fragment, row.required("pattern"))
    flags = re.MULTILINE | (0 if row.flag("case") else re.IGNORECASE)
    try:
        return re.compile(pattern, flags)
    except re.error as error:
        raise row.error(f"the pattern is no regular expression: {error}") from error
