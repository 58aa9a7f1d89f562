"""A title as the press writes it to an office in normal form: `Finance Minister`, Minister of Finance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extract.people.office_kind import HEADING, LEARNED, UNDER, kind_of_title
from briefing.extract.tables.tables import Tables
from briefing.extract.tables.title_table import TitleTable
from briefing.extract.text.words import Word

_OWN_NAME = ("foreign", "home", "press", "cabinet", "permanent", "general", "private")
_SPELLED = {"foreign": "Foreign Affairs", "defense": "Defense", "defence": "Defence"}
_PARTIES = ("conservative", "liberal", "green", "labour", "labor", "republican", "democratic")
_ON_SUBJECT = (
    "expert",
    "scholar",
    "analyst",
    "specialist",
    "professor",
    "fellow",
    "researcher",
    "envoy",
)
_ORIGIN = ("-born", "-educated", "-trained")
_ACTING = ("acting", "interim", "caretaker")
_EMPTY = frozenset(
    [
        "new",
        "current",
        "newly-appointed",
        "longtime",
        "veteran",
        "own",
        "accompanying",
        "joining",
        "welcoming",
        "hosting",
        "addressing",
        "urging",
    ]
)
_OF = ("of", "for", "on", "to")
_TO_SOMEONE = ("ambassador", "envoy", "representative", "commissioner", "negotiator", "adviser")
_SHORT = ("ceo", "pm", "mp", "mep", "ndp")
_IN_FULL = {
    "pm": "Prime Minister",
    "dpm": "Deputy Prime Minister",
    "nsa": "National Security Adviser",
    "eam": "Minister of External Affairs",
}
_LONGEST_HEAD = 5


@dataclass(frozen=True, slots=True)
class Office:
    """What one title says of its bearer.

    Attributes:
        role: in normal form. head: the noun that makes it, in lower case. kind: of person.
        side: the side it names, or "". how: how it names that side (`demonym`, `city`).
        owner: the person it is held under (`X's adviser`), or "".
        former: whether it is a past office; prospective: whether one to come.
    """

    role: str
    head: str
    kind: str
    side: str = ""
    how: str = ""
    former: bool = False
    prospective: bool = False
    owner: str = ""

    @property
    def told(self) -> bool:
        """Whether it names an office, not merely the country somebody or something is of."""
        return bool(self.role) or self.head != "of"


def find_head(words: Sequence[Word], titles: TitleTable, *, last: bool) -> tuple[int, int] | None:
    """Return (from, to) of the noun that makes a title among `words`, the last or the first."""
    order = range(len(words) - 1, -1, -1) if last else range(len(words))
    for position in order:
        end = position + 1 if last else None
        for size in range(_LONGEST_HEAD, 0, -1):
            low, high = (end - size, end) if end is not None else (position, position + size)
            if low < 0 or high > len(words) or words[high - 1].possessive:
                continue
            if " ".join(w.lower for w in words[low:high]) in titles.heads:
                return (low, high) if last else _next_head(words, low, high, titles)
    return None


def _next_head(words: Sequence[Word], low: int, high: int, titles: TitleTable) -> tuple[int, int]:
    """`chief spokesman`, `Republican senator`: the second noun makes the title."""
    if high - low > 1 or high >= len(words) or not words[high].near:
        return low, high
    if words[low].lower not in (
        "chief",
        "republican",
        "democrat",
        "head",
        "conservative",
        "tory",
        "aide",
    ):
        return low, high
    found = find_head(words[high : high + 2], titles, last=False)
    return (high, high + found[1]) if found is not None and not found[0] else (low, high)


def read_office(
    text: str, words: Sequence[Word], tables: Tables, *, last: bool = True
) -> Office | None:
    """Return the office a title names, or None where its words make no title.

    Args:
        text: the text the words are of.
        words: those of the title alone.
        tables: the tables.
        last: whether the last noun of a title counts (before a name) or the first (after one).
    """
    titles = tables.titles
    found = find_head(words, titles, last=last)
    if found is None:
        return None
    low, high = found
    head = " ".join(w.lower for w in words[low:high])
    before, after = _around(words, found, titles, last=last)
    former = any(w.lower in titles.former for w in before)
    coming = head in ("nominee", "designate") or any(w.lower in titles.prospective for w in before)
    side, how = _side(before, after, head)
    kept = _kept(before, titles, governs=titles.heads[head] in ("leader", "minister"))
    tail = text[after[0].start : after[-1].end] if after else ""
    role = _role(kept, words[low:high], head, tail)
    kind = kind_of_title(titles.heads[head], head, kept, after)
    if head == "leader" and kind == "opposition" and side and not kept and not after:
        kind = "leader" if how in ("name", "demonym") else kind
    if coming and any(w.lower == "incoming" for w in before):
        role = f"Incoming {role}"
    return Office(_marked(role, head, former, coming), head, kind, side, how, former, coming)


def _around(
    words: Sequence[Word], head: tuple[int, int], titles: TitleTable, *, last: bool
) -> tuple[list[Word], list[Word]]:
    """Return the words of the title before its noun, and those after it that belong to it."""
    before, after = list(words[: head[0]]), list(words[head[1] :])
    if after and after[0].lower not in titles.linking:
        after = []
    while last and before and any(w.lower in _OF for w in before):
        before = before[1:]  # `the government of President NAME`
    return before, after


def _kept(before: list[Word], titles: TitleTable, *, governs: bool) -> list[Word]:
    """Return the words before the noun that tell of the office, not of its side or its time."""
    dropped = titles.former | titles.prospective | _EMPTY
    if governs:  # `the recently re-elected president`, `burly trade minister`
        known = titles.vocabulary | titles.linking
        before = [w for w in before if w.capital or w.lower in known]
    owned = max((p for p, w in enumerate(before, 1) if w.possessive and w.side), default=0)
    kept = [
        w for w in before[owned:] if w.how not in ("name", "demonym") and w.lower not in dropped
    ]
    while kept and kept[0].lower == "and":
        kept = kept[1:]
    while kept and kept[-1].lower == "and":
        kept = kept[:-1]
    return kept


def _side(before: list[Word], after: list[Word], head: str) -> tuple[str, str]:
    named = [w for w in before if w.side]
    if any(w.lower.endswith(_ORIGIN) for w in before):
        return "", ""  # `the Maltese-born investor`
    if len({w.side for w in named}) > 1 and head.endswith(_TO_SOMEONE):
        named = named[:1]  # `the Kremlin's Syria envoy` is the Kremlin's
    if named and head in _ON_SUBJECT and all(w.how == "name" and w.text.isalpha() for w in named):
        return "", ""  # `a China scholar` need not be Chinese
    if not named and _belongs(after, head):
        named = [w for w in after if w.side]
    if len({w.side for w in named}) > 1 and any(w.possessive for w in named):
        named = [w for w in named if w.possessive][:1]  # `of Taiwan's China office`
    if len({w.side for w in named}) > 1:
        # `American Chamber of Commerce in China` is American; a `Canada-U.S. relations expert` neither.
        named = [w for w in named if w.how == "demonym"]
        named = named if len({w.side for w in named}) == 1 else []
    return (named[-1].side, named[-1].how) if named else ("", "")


def _belongs(after: list[Word], head: str) -> bool:
    """Whether what follows a title tells whose it is; `minister for European relations` does not."""
    if not after or head.endswith(_TO_SOMEONE) or head in ("nominee", "representative to"):
        return False
    if "studies" in {w.lower for w in after}:
        return False  # `professor of China studies at Yongin`
    if head in HEADING and LEARNED & {w.lower for w in after}:
        return not any(w.lower in ("for", "on") for w in after)  # `centre for American studies`
    return after[0].lower != "for" or head.startswith("spokes")


def _role(kept: list[Word], head_words: Sequence[Word], head: str, tail: str) -> str:
    if tail:
        return f"{_text(kept)} {_capital(head)} {' '.join(tail.split())}".strip()
    if kept and head in ("minister", "secretary"):
        return _ministry(kept, head)
    if head == "ambassador" and kept and kept[-1].lower in ("un", "u.n"):
        return f"{_text(kept[:-1])} Ambassador to the United Nations".strip()
    last = kept[-1].lower if kept else ""
    if head == "leader" and kept:
        return f"Leader of the {_text(kept)}{' Party' if last in _PARTIES else ''}"
    under = bool(kept) and kept[0].lower in UNDER
    if head == "president" and kept and last not in ("first", "second") and not under:
        return f"President of the {_text(kept)}"
    return f"{_text(kept)} {_capital(' '.join(w.text for w in head_words))}".strip()


def _ministry(kept: list[Word], head: str) -> str:
    """`Finance Minister` is Minister of Finance; `Press Secretary` stays what it is."""
    if kept[0].lower in _ACTING and kept[1:]:
        return f"{_capital(kept[0].text)} {_ministry(kept[1:], head)}"
    if kept[0].lower in UNDER:
        rank = f"{_capital(kept[0].text)} {_capital(head)}"
        return f"{rank} of {_portfolio(kept[1:])}" if kept[1:] else rank
    if head == "secretary" and kept[-1].lower in _OWN_NAME:
        return f"{_text(kept)} Secretary"
    return f"{_capital(head)} of {_portfolio(kept)}"


def _portfolio(kept: list[Word]) -> str:
    if len(kept) == 1 and kept[0].lower in _SPELLED:
        return _SPELLED[kept[0].lower]
    return " ".join(_capital(w.text) if len(w.text) > 3 else w.text for w in kept)


def _text(words: list[Word]) -> str:
    return " ".join(_capital(w.text) for w in words)


def _capital(text: str) -> str:
    words = text.split()
    if text.lower() in _IN_FULL:
        return _IN_FULL[text.lower()]
    return " ".join(w.upper() if w in _SHORT else _first_capital(w) for w in words)


def _first_capital(word: str) -> str:
    return word if word in ("of", "the", "and", "to", "for") else word[:1].upper() + word[1:]


def _marked(role: str, head: str, former: bool, coming: bool) -> str:  # noqa: FBT001
    if former:
        return f"Former {role}"
    if head == "nominee" and role.startswith("Nominee to"):
        return role
    if role.startswith("Incoming"):
        return role
    if head == "nominee":
        return f"Nominee for {role.removesuffix('Nominee').strip() or 'office'}"
    return f"Prospective {role}" if coming else role
