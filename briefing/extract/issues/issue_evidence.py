"""Evidence for an issue: what tells that it is on the table and not mentioned in passing.

The names are those of `resources/issue_weights.csv`; tests/extract/train_issues.py finds what they weigh.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.issues.issue_standing import standing_of
from briefing.extract.scenes.issue_words import (
    AHEAD,
    FOLLOWED,
    GRASP,
    TALK,
    TALKED_OF,
)
from briefing.extract.scenes.surroundings import Surroundings
from briefing.extract.tables.issue_priors import steps_below
from briefing.extract.tables.tables import Tables
from briefing.extract.text.forms import PRESS
from briefing.extract.text.named_places import extents_between
from briefing.model import AskFound, IssueFound

LEAD, TOP, REACH, BRIEF = 5, 4, 60, 25
LISTED, SHADE, LATE = 3, 2, 0.6


def evidence_for(issue: IssueFound, around: Surroundings) -> frozenset[str]:
    """Return the names of all that is true of an issue; see `resources/issue_weights.csv`."""
    found = {
        *_of_entry(issue, around),
        *_of_places(issue, around),
        *_of_rank(issue, around),
        *_of_asks(issue, around.asks),
        *_of_sides(issue, around),
        *_of_sentences(issue, around),
        *_of_voices(issue, around),
        *_of_words(issue, around),
        *standing_of(issue, around),
        *steps_below(prior_of(issue, around.tables)),
    }
    once = "once" if len(around.places[issue.label]) == 1 else "more"
    joined = ("follows talks", "listed for talks", "voiced by a side", "talked on")
    return frozenset(found | {f"{once} and {one}" for one in joined if one in found})


def prior_of(issue: IssueFound, tables: Tables) -> float:
    """Return how often its words name an issue that is on the table."""
    table = tables.issues
    return table.priors.best(issue.label, issue.aliases, table.loose[issue.label])


def _of_entry(issue: IssueFound, around: Surroundings) -> Iterator[str]:
    entry = around.tables.issues.issues[issue.label]
    once = len(around.places[issue.label]) == 1
    yield f"kind {_root(issue.label, around.tables)}"
    told = {
        "weak": entry.weak,
        "weak once": entry.weak and once,
        "a country": bool(entry.country),
        "a country once": bool(entry.country) and once,
        "no parent": entry.parent is None,
        "plain": entry.parent is None and not entry.weak and not entry.country,
        "a part is named too": any(other.parent == issue.label for other in around.issues),
        "the whole is named too": any(other.label == issue.parent for other in around.issues),
        "named by several words": any(" " in alias for alias in issue.aliases),
    }
    yield from (name for name, holds in told.items() if holds)
    yield f"{_grown(len(around.issues), (4, 8, 14))} issues in all"
    yield f"{_grown(len(issue.aliases), (1, 2))} words for it"


def _of_places(issue: IssueFound, around: Surroundings) -> Iterator[str]:
    places, sentences = around.places[issue.label], around.document.sentences
    count, first, share = len(sentences), places[0], len(places) / max(1, len(sentences))
    yield f"{_grown(len(places), (1, 2, 3))} sentences"
    if len(places) > LEAD - 1:
        yield "over 5 sentences"
    yield f"paragraphs {min(3, len({sentences[index].paragraph for index in places}))}"
    yield "in the first sentence" if first == 0 else "in the lead" if first < LEAD else "later"
    yield "headline" if first <= 1 else "top" if first < TOP else "below"
    yield f"first in quarter {min(3, 4 * first // max(1, count))}"
    yield "in many sentences" if share > 0.1 else "in some sentences" if share > 0.04 else "rare"
    if first >= LATE * count:
        yield "only at the end"
    often = "once" if len(places) == 1 else "twice" if len(places) == 2 else "often"
    yield f"{'press' if around.form == PRESS else 'official'} {often}"
    yield f"form {around.form}"


def _of_rank(issue: IssueFound, around: Surroundings) -> Iterator[str]:
    """Yield how it stands among the other issues of the text, and among those of its kind."""
    places, rank = around.places, around.ranks[issue.label]
    own = places[issue.label]
    yield "rank 0" if rank == 0 else "rank 1" if rank < 3 else "rank 3" if rank < 6 else "rank 6"
    share = len(own) / around.most
    size = "all" if share > 0.75 else "half" if share > 0.4 else "some" if share > 0.2 else "little"
    yield f"share of top {size}"
    beside = [[label for label in around.named_in[i] if label != issue.label] for i in own]
    if min(max((len(places[x]) for x in others), default=0) for others in beside) > SHADE * len(
        own
    ):
        yield "in the shadow"
    if not any(beside):
        yield "alone in its sentences"
    root = _root(issue.label, around.tables)
    kin = [x for x in places if x != issue.label and _root(x, around.tables) == root]
    if kin:
        yield "kin named"
    if any(len(places[x]) > len(own) for x in kin):
        yield "kin named more"
    if any(len(places[x]) > len(own) and set(places[x]) >= set(own) for x in kin):
        yield "always beside kin"


def _of_asks(issue: IssueFound, asks: tuple[AskFound, ...]) -> Iterator[str]:
    about = [ask for ask in asks if issue.label in ask.issues]
    inside = [
        ask for ask in about
        if extents_between(issue.mentions, ask.clause.start, ask.clause.end)
    ]  # fmt: skip
    for band in ("high", "medium", "candidate"):
        if any(ask.band == band for ask in inside):
            yield f"in a {band} ask"
        elif any(ask.band == band for ask in about):
            yield f"beside a {band} ask"
    if not about:
        yield "no ask"


def _of_sides(issue: IssueFound, around: Surroundings) -> Iterator[str]:
    stage, sides = around.stage, set(around.stage.sides)
    sentences = around.document.sentences
    named = [
        {m.side for m in stage.between(sentences[i].start, sentences[i].end)}
        for i in around.places[issue.label]
    ]
    yield "a meeting" if sides else "no meeting"
    together = max(len(here & sides) if sides else len(here) for here in named)
    yield f"with {min(together, 2)} sides"
    if all(here and not here & sides for here in named):
        yield "only of third countries"
    if sides and not any(here & sides for here in named):
        yield "no side named"
    if sides and any(here - sides for here in named):
        yield "third named"


def _of_sentences(issue: IssueFound, around: Surroundings) -> Iterator[str]:
    places = around.places[issue.label]
    signs = [around.signs_in(index) for index in places]
    if any("talks" in here for here in signs):
        yield "with talks"
    if any("agenda" in here for here in signs):
        yield "with words of an agenda"
    if any("says" in here for here in signs):
        yield "somebody says"
    behind = sum("behind" in here for here in signs)
    if behind == len(signs):
        yield "only behind"
    if behind * 2 >= len(signs):
        yield "half behind"
    listed = (len(around.named_in[i]) >= LISTED for i in places)
    if any(many and "talk" in here for many, here in zip(listed, signs, strict=True)):
        yield "listed for talks"


def _of_voices(issue: IssueFound, around: Surroundings) -> Iterator[str]:
    voices = [around.voices[index] for index in around.places[issue.label]]
    sides = set(around.stage.sides)
    if any(v.sides and not v.home and (not sides or set(v.sides) & sides) for v in voices):
        yield "voiced by a side"
    elif any(v.home or v.attribution == "analyst" for v in voices):
        yield "voiced by others only"
    if all(voice.attribution == "reporter" for voice in voices):
        yield "only told by the reporter"


def _of_words(issue: IssueFound, around: Surroundings) -> Iterator[str]:
    """Yield what the words right before and after the issue tell."""
    document, told = around.document, set()
    for mention in issue.mentions:
        sentence = document.sentences[document.sentence_at(mention.start) or 0]
        before = document.text[sentence.start : mention.start]
        after = document.text[mention.end : sentence.end]
        near = before[-REACH:]
        if GRASP.search(near) and TALK.search(near):
            told.add("talked on")
        if TALK.search(after[:BRIEF]):
            told.add("then talked of")
        if FOLLOWED.search(before):
            told.add("follows talks")
            if AHEAD.search(before):
                told.add("to be talked of")
        if TALKED_OF.search(after[:80]):
            told.add("talked of after")
    yield from told


def _root(label: str, tables: Tables) -> str:
    known = tables.issues.issues
    while (parent := known[label].parent) is not None:
        label = parent
    return label


def _grown(number: int, steps: tuple[int, ...]) -> str:
    """Return the number up to the last step it reaches: 1, 2, `3 or more`."""
    below = [step for step in steps if number > step]
    return f"over {below[-1]}" if below else f"up to {steps[0]}"
