"""The proof of the asks in an exported briefing: their words stand in the sentences they cite.

It needs no seal, so that wording changed by hand is found even where the marks were made anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from briefing.export.language.fidelity import stands, strange
from briefing.export.language.languages import tongue
from briefing.export.language.tongue import Tongue
from briefing.export.markup.escape import folded
from briefing.phrase import phrase

_NOTES = re.compile(r"(?:\[\^\d+\] ?)+")
_NUMBER = re.compile(r"\[\^(\d+)\]")
_SLASHED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")
_LABEL = re.compile(r"^(?:- )?(?P<mark>\*{1,2})(?P<label>(?:\\.|[^*\\])+?)\s?(?::\s?)?(?P=mark)\s*")
_BRACKET = re.compile(r"\s\((?P<inside>(?:[^()]|\([^()]*\))*)\)$")
_POSITIONS = (
    "we_want", "they_want", "both_want", "our_line", "their_line", "ours", "theirs", "shared",
)  # fmt: skip
_MARKS = ("offer", "red_line")


def altered_asks(
    lines: Sequence[str], quotes: Mapping[int, str], language: str
) -> Iterator[tuple[int, str]]:
    """Yield (line, reason) for each ask with words its footnoted sentences do not have.

    An ask marked as reworded is the user's own and is not compared.

    Args:
        lines: of the briefing, words of the user left out.
        quotes: what each footnote proves.
        language: of the briefing.
    """
    speech = tongue(language)
    reworded = speech.say("reworded")
    for number, words, notes in _asks(lines, speech):
        sentences = [folded(quotes[note]) for note in notes if quotes.get(note)]
        told = _without_lead(words, speech)
        if told.endswith(f"({reworded})") or not sentences or len(sentences) < len(notes):
            continue  # a note that proves nothing is told of already
        if not any(stands(told, sentence, language) for sentence in sentences):
            yield number, _reason(told, sentences, language)


def _reason(words: str, sentences: Sequence[str], language: str) -> str:
    found = strange(words, sentences, language)
    if found:
        which = ", ".join(f"“{each}”" for each in found[:5])
        return phrase(
            "This ask is altered: {which} does not stand in the sentences cited there.", which=which
        )
    return phrase(
        "This ask is altered: “{words}” leaves out or turns round words of the sentence cited there.",
        words=words,
    )


def _asks(lines: Sequence[str], speech: Tongue) -> Iterator[tuple[int, str, list[int]]]:
    """Yield (line, words, notes) of each ask: a row of a table, or a part of a bullet."""
    column = -1
    is_further = False
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            is_further = line.endswith(speech.headings.sections["further"])
        if not line.startswith("|"):
            column = -1
            if line.startswith("- ") and (is_further or _is_position(line, speech)):
                yield from ((number, *part) for part in _parts(line, speech))
            continue
        cells = [each.strip() for each in line.strip("|").split("|")]
        if speech.headings.columns["ask"] in cells and speech.headings.columns["sources"] in cells:
            column = cells.index(speech.headings.columns["ask"])
        elif column >= 0 and column < len(cells) and set(line) - set("|- "):
            yield number, cells[column], _numbers(line)


def _is_position(line: str, speech: Tongue) -> bool:
    label = _LABEL.match(line)
    if label and label["label"].strip() in {speech.headings.labels[key] for key in _POSITIONS}:
        return True
    return f" {speech.set_out(speech.headed(speech.headings.labels['response']))} <!--" in line


def _parts(line: str, speech: Tongue) -> Iterator[tuple[str, list[int]]]:
    """Yield the asks of a bullet, each with the notes behind it; who says so is left out."""
    reworded = speech.say("reworded")
    label = _LABEL.match(line)
    at = label.end() if label else 2
    for notes in _NOTES.finditer(line, at):
        words = line[at : notes.start()].strip(" ;.\u00a0")
        at = notes.end()
        voice = _BRACKET.search(words)
        is_own = voice is not None and voice["inside"].startswith(reworded)
        yield _BRACKET.sub(f" ({reworded})" if is_own else "", words), _numbers(notes.group())


def _numbers(line: str) -> list[int]:
    return [int(each) for each in _NUMBER.findall(line)]


def _without_lead(words: str, speech: Tongue) -> str:
    """Return what is asked without `Offer:` before it, marks of emphasis and escapes."""
    marks = {speech.headings.labels[key] for key in _MARKS} | {speech.say("joint")}
    known = {mark.lower() for mark in marks}
    label = _LABEL.match(words)
    if label and {each.lower() for each in label["label"].strip().split(" – ")} <= known:
        words = words[label.end() :]
    lead, dash, rest = words.partition(" – ")
    if dash and lead.lower() in known:
        words = rest
    plain = _SLASHED.sub(lambda match: f"&#{ord(match[1])};", words.replace("\u00a0", " "))
    return unescape(re.sub(r"(?<!\\)\*", "", plain)).strip()
