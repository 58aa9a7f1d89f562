"""Evidence for an issue: where it stands in its sentences, how long the text is, how sure the words."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.issues.issue_grammar import grammar_of
from briefing.extract.scenes.surroundings import Surroundings
from briefing.model import IssueFound

TOP = 3
SIZES = (8, 15, 30)


def standing_of(issue: IssueFound, around: Surroundings) -> Iterator[str]:
    """Yield where an issue stands in its sentences, and how that goes with how often and by what words."""
    grammar = grammar_of(issue.mentions, around.document)
    yield from grammar.evidence
    size, standing = _size(len(around.document.sentences)), grammar.standing
    yield f"text of {size}"
    if len(around.places[issue.label]) == 1:
        yield from (f"once, text of {size}", f"once, subject {standing}")
    loose = around.tables.issues.loose[issue.label]
    by = sum(alias.lower() in loose for alias in issue.aliases)
    words = "all" if by == len(issue.aliases) else "some" if by else "none"
    yield from (f"loose {words}", f"loose {words} subject {standing}")
    if words == "all":
        yield "loose once" if len(issue.mentions) == 1 else "loose more"
    yield f"words {min(3, max((len(alias.split()) for alias in issue.aliases), default=1))}"
    if any(alias[:1].isupper() for alias in issue.aliases):
        yield "named with a capital"
    yield f"best sentence {max(_worth(i, grammar.talked, around) for i in around.places[issue.label])}"


def _worth(index: int, talked: frozenset[int], around: Surroundings) -> int:
    """Return how much a sentence that names an issue tells of talks between the sides, from -1 to 5."""
    sentence, signs = around.document.sentences[index], around.signs_in(index)
    named = {m.side for m in around.stage.between(sentence.start, sentence.end)}
    here = len(named & set(around.stage.sides))
    for_it = ("agenda" in signs, here > 0, here > 1, index in talked, index < TOP)
    return sum(for_it) - ("behind" in signs)


def _size(sentences: int) -> str:
    """Return the number of sentences up to which a text goes: 8, 15, 30 or many."""
    return next((str(size) for size in SIZES if sentences <= size), "many")
