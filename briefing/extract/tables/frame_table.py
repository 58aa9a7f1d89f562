"""The table of ask frames: the words by which a text tells that a side wants, offers or refuses.

A frame's `words` are separated by spaces. `~seek` is any form of the verb, `a|b` either word,
`word?` a word that may be missing, `*` a gap of up to six words. Adverbs, `not` and `on Monday`
may stand between any two words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from briefing.extract.tables.inflection import verb_forms
from briefing.extract.tables.resource import Entry, Source
from briefing.model.finding import ASK_KINDS
from briefing.phrase import phrase

FIELDS = ("words", "kind", "pos", "asker", "needs", "without", "weight", "example")
ASKERS = ("subject", "owner", "speaker", "both")
NEEDS = ("", "other", "issue", "content")
POS = ("verb", "noun", "any")
ADVERBS = (
    r"(?:\s+(?:\w+ly|also|now|again|still|never|not|always|already|even|once|more|long|soon|both"
    r"|all|instead|therefore|further|just|only|too|very|well|first|in turn|at least|ever|yet"
    r"|(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))"
)
# `Pushed back against calls to` is no `push * to`.
_MARK = r"[\"“”]?"  # `has "no right" to`
_GAP = r"(?!\s+(?:back|off|aside|ahead)\b)(?:\s+[^\s;:,.!?()]+(?:\.[A-Z]\.?)*){0,6}?"


@dataclass(frozen=True)
class Frame:
    """One way to tell of an ask; compiled when its first word is met, for most never are.

    Attributes:
        words: as the table gives them.
        kind: ask, offer or red_line.
        pos: whether the first word is a verb, a noun, or either (`any`).
        asker: `subject` of the words; `owner` of the noun (`Ottawa's demand`, `a call by
            Ottawa`); `speaker` who says that the subject must do a thing; `both` sides.
        needs: what must stand in the sentence for it to count: `other` (the other side),
            `issue` (an issue or the other side), `content` (anything after it), or nothing.
        weight: 3 says it plainly, 2 mostly, 1 may say it.
        example: a sentence that it finds; see tests.
        without: words that must not follow it.
    """

    id: str
    words: str
    kind: str
    pos: str
    asker: str
    needs: str
    weight: int
    example: str
    without: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What is matched at its first word."""
        return _compile(self.words)

    @cached_property
    def following(self) -> frozenset[str]:
        """Of which words (lower case) one must come soon after the first; none where any may."""
        return _following(self.words.split())

    @cached_property
    def needed(self) -> tuple[frozenset[str], ...]:
        """Of which words (lower case) one must come anywhere after the first, for each further part."""
        parts = self.words.split()
        told = (_following(parts[place:]) for place in range(1, len(parts) - 1))
        return tuple(words for words in told if words)


@dataclass(frozen=True)
class FrameTable:
    """All frames, and for each first word (lower case) the frames that may begin there."""

    frames: dict[str, Frame]
    starting: dict[str, tuple[Frame, ...]] = field(repr=False)


def load_frames(source: Source) -> FrameTable:
    """Read `asks.yaml` with the user's layer over it.

    Raises:
        BadResource: a frame is malformed; the message names file and line.
    """
    frames: dict[str, Frame] = {}
    starting: dict[str, list[Frame]] = {}
    for name, entry in source.entries("asks.yaml").items():
        frame = _frame(name, entry)
        frames[name] = frame
        for first in _first_words(entry.string("words").split()[0]):
            starting.setdefault(first, []).append(frame)
    return FrameTable(frames, {word: tuple(found) for word, found in starting.items()})


def _frame(name: str, entry: Entry) -> Frame:
    entry.only(*FIELDS)
    words = entry.string("words")
    if not words or words.split()[0] == "*":
        raise entry.wrong(
            phrase(
                "the frame {name} needs words, and they cannot begin with a gap", name=repr(name)
            )
        )
    weight = entry.mapping().get("weight", 3)
    if weight not in (1, 2, 3):
        raise entry.wrong(
            phrase("the weight of {name} must be 1, 2 or 3", name=repr(name)),
            entry.lines.get("weight"),
        )
    if not entry.string("example"):
        raise entry.wrong(phrase("the frame {name} needs an example", name=repr(name)))
    return Frame(
        id=name,
        words=words,
        kind=_choice(entry, "kind", "ask", ASK_KINDS),
        pos=_choice(entry, "pos", "verb", POS),
        asker=_choice(entry, "asker", "subject", ASKERS),
        needs=_choice(entry, "needs", "issue", NEEDS),
        weight=weight,
        example=entry.string("example"),
        without=tuple(filter(None, entry.string("without").split("|"))),
    )


def _choice(entry: Entry, key: str, default: str, allowed: tuple[str, ...]) -> str:
    value = entry.string(key, default)
    if value not in allowed:
        known = ", ".join(repr(one) for one in allowed)
        raise entry.wrong(
            phrase(
                "{key} is {value}; it must be one of {known}",
                key=key,
                value=repr(value),
                known=known,
            ),
            entry.lines.get(key),
        )
    return value


def _compile(words: str) -> re.Pattern[str]:
    parts = words.split()
    pattern = _alternatives(parts[0])
    for part in parts[1:]:
        if part == "*":
            pattern += _GAP
        elif part.endswith("?"):
            pattern += rf"(?:{ADVERBS}{{0,2}}{_MARK}\s+{_MARK}{_alternatives(part[:-1])})?"
        else:
            pattern += rf"{ADVERBS}{{0,2}}{_MARK}\s*{_MARK}{_alternatives(part)}"
    return re.compile(pattern + r"(?!\w)", re.IGNORECASE)


def _following(parts: list[str]) -> frozenset[str]:
    """Return the words the second part begins with, or none where it may be missing or glued on."""
    if len(parts) == 1 or parts[1] == "*" or parts[1].endswith("?"):
        return frozenset()
    forms = [form.lower() for one in parts[1].split("|") for form in _forms(one)]
    begun = [re.match(r"\w+", form) for form in forms]
    if any(
        start is None or "'" in form or "’" in form
        for form, start in zip(forms, begun, strict=True)
    ):
        return frozenset()
    return frozenset(start.group() for start in begun if start is not None)


def _alternatives(part: str) -> str:
    forms = [form for one in part.split("|") for form in _forms(one)]
    whole = "|".join(re.escape(form) for form in forms if form[0] not in "’'")
    glued = "".join("|" + re.escape(form) for form in forms if form[0] in "’'")
    return rf"(?:(?:(?<!\w)(?:{whole}){glued})(?!\w))"


def _forms(word: str) -> tuple[str, ...]:
    return verb_forms(word[1:]) if word.startswith("~") else (word,)


def _first_words(part: str) -> tuple[str, ...]:
    found = (form.lower().lstrip("’'") for one in part.split("|") for form in _forms(one))
    return tuple(dict.fromkeys(re.split(r"\W", form)[0] for form in found))
