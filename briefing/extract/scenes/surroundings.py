"""What an issue is weighed in: all that was found in its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from briefing.extract.scenes.issue_words import AGENDA, BEHIND, SAYS, TALK
from briefing.extract.scenes.scene import Stage
from briefing.extract.scenes.voices import Voice
from briefing.extract.tables.tables import Tables
from briefing.extract.text.document import Document
from briefing.extract.text.forms import form_of
from briefing.model import AskFound, IssueFound


@dataclass(frozen=True)
class Surroundings:
    """What an issue is weighed in: the whole of what was found in a text.

    Attributes:
        voices: who speaks each sentence of the stage's document.
    """

    issues: tuple[IssueFound, ...]
    asks: tuple[AskFound, ...]
    stage: Stage
    voices: tuple[Voice, ...]
    _signs: dict[int, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def document(self) -> Document:
        """The text."""
        return self.stage.document

    @property
    def tables(self) -> Tables:
        """The tables in use."""
        return self.stage.tables

    @cached_property
    def form(self) -> str:
        """The form of the text."""
        return form_of(self.document)

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """The sentences that name each issue, in order."""
        return {
            issue.label: tuple(
                sorted({self.document.sentence_at(m.start) or 0 for m in issue.mentions})
            )
            for issue in self.issues
        }

    @cached_property
    def named_in(self) -> dict[int, tuple[str, ...]]:
        """The issues each sentence names."""
        found: dict[int, list[str]] = {}
        for label, places in self.places.items():
            for index in places:
                found.setdefault(index, []).append(label)
        return {index: tuple(labels) for index, labels in found.items()}

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The place of each issue among all by the number of its sentences, then by its first."""
        ordered = sorted(self.places, key=lambda x: (-len(self.places[x]), self.places[x][0]))
        return {label: rank for rank, label in enumerate(ordered)}

    @cached_property
    def most(self) -> int:
        """The number of sentences of the issue named most."""
        return max((len(places) for places in self.places.values()), default=1)

    def signs_in(self, index: int) -> frozenset[str]:
        """Return which words sentence `index` has: of `agenda`, `talks`, `talk`, `says`, `behind`."""
        if index not in self._signs:
            quote = self.document.quote(index)
            told = {
                "agenda": AGENDA, "talks": self.tables.ask_cues.talks, "talk": TALK, "says": SAYS,
                "behind": BEHIND,
            }  # fmt: skip
            found = (name for name, words in told.items() if words.search(quote))
            self._signs[index] = frozenset(found)
        return self._signs[index]
