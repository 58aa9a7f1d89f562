"""One text as the stages of extraction read it: visible sentences, each with its parse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefing.extract.text.backend import Backend
from briefing.extract.text.datelines import dateline_length
from briefing.extract.text.sentences import cut_sentences
from briefing.model import Extent, HiddenRange, Paragraph, Sentence, split_paragraphs
from briefing.model.finding import PARTLY

if TYPE_CHECKING:
    from briefing.extract.tables.tables import Tables

# Characters of a text that the model reads, more than any article has: what it tells takes a
# hundred bytes for each. The rules alone read what comes after them.
PARSED = 750_000


@dataclass(frozen=True)
class Document:
    """A text cut into paragraphs and sentences; offsets are characters of `text`.

    Attributes:
        paragraphs: all of them; those wholly hidden have the number 0.
        sentences: the visible ones, in order.
    """

    text: str
    hidden: tuple[HiddenRange, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    _parses: tuple[Any, ...] | None = field(default=None, repr=False, compare=False)
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)
    _backend: Backend | None = field(default=None, repr=False, compare=False)
    _extents: dict[int, Extent] = field(default_factory=dict, repr=False, compare=False)
    _seen: set[int] = field(default_factory=set, repr=False, compare=False)

    @property
    def parsed(self) -> bool:
        """Whether a model has read the sentences."""
        return self._parses is not None

    def parse(self, index: int) -> Any | None:
        """Return the spaCy Doc of sentence `index`, or None without a model or past its reach.

        A token's place in the text is `token.idx + offset(index)`.
        """
        return None if self._parses is None or index >= len(self._parses) else self._parses[index]

    @property
    def reader(self) -> str:
        """What read it: the backend's name, and from where on rules alone, where the model stopped."""
        name = "" if self._backend is None else self._backend.name
        if self._parses is None or len(self._parses) == len(self.sentences):
            return name
        return f"{name}{PARTLY} {self.sentences[len(self._parses)].start:,}"

    def see_names(self, indices: Iterable[int]) -> None:
        """Let the model look for names in these sentences at once, which is quicker than one by one."""
        if self._parses is None or self._backend is None:
            return
        within = (index for index in dict.fromkeys(indices) if index < len(self._parses))
        new = [index for index in within if index not in self._seen]
        if new:
            self._backend.see_names([self._parses[index] for index in new])
            self._seen.update(new)

    def names(self, index: int) -> tuple[tuple[int, int, str], ...]:
        """Return the names the model sees in sentence `index`: from, to (in `text`) and label."""
        parse = self.parse(index)
        if parse is None:
            return ()
        self.see_names([index])
        offset = self.offset(index)
        return tuple((e.start_char + offset, e.end_char + offset, e.label_) for e in parse.ents)

    def offset(self, index: int) -> int:
        """Return what to add to a character offset of `parse(index)` to get one of `text`."""
        return self.sentences[index].start

    def quote(self, index: int) -> str:
        """Return the words of sentence `index`."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]

    def extent(self, index: int) -> Extent:
        """Return the extent of sentence `index`: the same one each time, as many findings hold it."""
        if index not in self._extents:
            sentence = self.sentences[index]
            self._extents[index] = Extent.of(self.text, sentence.start, sentence.end)
        return self._extents[index]

    def sentence_at(self, position: int) -> int | None:
        """Return the index of the sentence that holds the character at `position`, or None."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self.sentences[index].end:
            return index
        return None


def read_document(
    text: str, hidden: Sequence[HiddenRange], tables: Tables, backend: Backend
) -> Document:
    """Cut a text into paragraphs and sentences and let the backend read each sentence once."""
    ranges = tuple(sorted(hidden))
    paragraphs = split_paragraphs(text, [(cut.start, cut.end) for cut in ranges])
    sentences = cut_sentences(text, paragraphs, ranges, tables.abbreviations)
    # A line break inside hard-wrapped text is a space to the model; the length must not change.
    flat = text.replace("\r", " ").replace("\n", " ").replace("\u00a0", " ")
    read = (sentence for sentence in sentences if sentence.start < PARSED)
    parses = backend.parse([_without_dateline(flat, sentence, tables) for sentence in read])
    starts = tuple(sentence.start for sentence in sentences)
    return Document(text, ranges, paragraphs, sentences, parses, starts, backend)


def _without_dateline(flat: str, sentence: Sentence, tables: Tables) -> str:
    """Return the words of a sentence with blanks, as many, in place of its dateline."""
    words = flat[sentence.start : sentence.end]
    length = dateline_length(flat, sentence.start, sentence.end, tables.countries)
    return " " * length + words[length:]
