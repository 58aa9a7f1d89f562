"""What one version of a briefing held, so that the next can say what changed since."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256

from briefing.export.markup.escape import folded
from briefing.export.parts.weight import is_shown
from briefing.model import Briefing

_COMMENT = re.compile(r"\n<!-- ledger (?P<held>\{.*\}) -->\n?\Z")
_FORM = 1


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two versions.

    Attributes:
        kind: `new`, `changed` or `gone` for an ask, `added` or `withdrawn` for a source.
        words: of the ask, or the name of the source. side: of the ask.
    """

    kind: str
    words: str
    side: str = ""
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """One ask as a version held it."""

    side: str
    words: str
    issues: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What one version of a briefing held.

    Attributes:
        prepared: ISO date of that version.
        asks: by key, those that were shown.
        sources: names of the articles by the first 12 digits of their SHA-256.
        answers: digest of what the user had written, by section.
    """

    prepared: str = ""
    asks: Mapping[str, Held] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, briefing: Briefing) -> Ledger:
        """Return what a briefing holds now."""
        return cls(
            prepared=briefing.prepared,
            asks={
                ask.key: Held(ask.side, folded(ask.text), ask.issues)
                for ask in sorted(briefing.records.asks, key=lambda ask: ask.key)
                if is_shown(ask)
            },
            sources={
                article.sha256[:12]: folded(article.outlet or article.file_name)
                for article in briefing.articles
            },
            answers={s.name: _digest(s.text) for s in briefing.user_sections if s.text.strip()},
        )

    def holds_as(self, other: Ledger) -> bool:
        """Return whether both hold the same asks and sources."""
        return self.asks == other.asks and self.sources == other.sources

    def has_words(self, name: str, text: str) -> bool:
        """Return whether the user had written these very words into that section."""
        return bool(text.strip()) and self.answers.get(name) == _digest(text)

    def changes(self, now: Ledger) -> tuple[Change, ...]:
        """Return what is different now: asks new, changed and gone, then sources."""
        return (*self._asks(now), *self._sources(now))

    def _asks(self, now: Ledger) -> Iterator[Change]:
        before = {(held.side, held.words) for held in self.asks.values()}
        after = {(held.side, held.words) for held in now.asks.values()}
        for key, held in now.asks.items():
            if (held.side, held.words) not in before:
                kind = "changed" if key in self.asks else "new"
                yield Change(kind, held.words, held.side, held.issues)
        for key, held in self.asks.items():
            if key not in now.asks and (held.side, held.words) not in after:
                yield Change("gone", held.words, held.side, held.issues)

    def _sources(self, now: Ledger) -> Iterator[Change]:
        yield from (Change("added", n) for sha, n in now.sources.items() if sha not in self.sources)
        yield from (
            Change("withdrawn", n) for sha, n in self.sources.items() if sha not in now.sources
        )


@dataclass(frozen=True, slots=True)
class History:
    """The version last exported, and the one before it that held something else, if any."""

    last: Ledger
    before: Ledger | None = None

    def since(self, now: Ledger) -> Ledger | None:
        """Return the version that `now` is compared with.

        The same content exported again is compared as it was before, and so gives the same bytes.
        """
        return self.before if self.last.holds_as(now) else self.last

    def then(self, now: Ledger) -> History:
        """Return the history once `now` is exported."""
        return History(now, self.since(now))


def with_history(markdown: str, history: History) -> str:
    """Return an exported text with its history behind it, as the library keeps it."""
    text = json.dumps({"form": _FORM, **asdict(history)}, ensure_ascii=True, sort_keys=True)
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e")  # nothing in it can end a comment
    return f"{markdown}\n<!-- ledger {safe} -->\n"


def history_of(kept: str) -> History | None:
    """Return the history behind a text the library kept; None where none can be read."""
    found = _COMMENT.search(kept)
    try:
        held = json.loads(found["held"]) if found else {}
        if held.get("form") != _FORM:
            return None
        return History(_ledger(held["last"]), _ledger(held["before"]) if held["before"] else None)
    except (KeyError, TypeError, ValueError):
        return None  # written by another version: the next export begins a history


def _ledger(held: Mapping[str, object]) -> Ledger:
    asks = held["asks"]
    if not isinstance(asks, dict):
        raise TypeError("asks")
    return Ledger(
        prepared=str(held["prepared"]),
        asks={k: Held(v["side"], v["words"], tuple(v["issues"])) for k, v in asks.items()},
        sources=dict(held["sources"]),  # type: ignore[call-overload]
        answers=dict(held["answers"]),  # type: ignore[call-overload]
    )


def _digest(text: str) -> str:
    return sha256(text.strip().encode("utf-8", "surrogatepass")).hexdigest()[:12]
