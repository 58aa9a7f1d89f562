"""Word classes and lemmas as a model's own rules give them, each worked out once and remembered.

spaCy's `attribute_ruler` tries all its patterns at every word, and its `lemmatizer` reads the tables
anew for most; together they take a fifth of the time of a model. What they say of a word depends on
its tag, its place in the parse, and for a few words on the word itself: so it is asked once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

REPLACED = ("attribute_ruler", "lemmatizer")
_KEYS = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})


@dataclass(frozen=True, slots=True)
class _Spec:
    """What a pattern asks of one word, as far as it can be told from tag, place and lower case."""

    tags: frozenset[int]
    places: frozenset[int]
    words: frozenset[int]
    shape: re.Pattern[str] | None

    @classmethod
    def of(cls, token: dict[str, Any], strings: Any) -> _Spec:
        """Read one token of a pattern; what is asked in another way is taken to hold."""
        if not _KEYS.issuperset(token):
            raise ValueError("a pattern asks for more than tag, place and lower case")
        tags, places, words = (
            frozenset(strings.add(word) for word in _named(token.get(key)))
            for key in ("TAG", "DEP", "LOWER")
        )
        lower = token.get("LOWER")
        shape = lower.get("REGEX") if isinstance(lower, dict) else None
        return cls(tags, places, words, None if shape is None else re.compile(shape))

    def fits(self, row: list[int], strings: Any) -> bool:
        """Whether a word may be meant, given its tag, place and lower case; False where it cannot."""
        tag, place, lower, *_ = row
        if (self.tags and tag not in self.tags) or (self.places and place not in self.places):
            return False
        if self.words and lower not in self.words:
            return False
        return self.shape is None or self.shape.search(strings[lower]) is not None


def _named(asked: Any) -> tuple[str, ...]:
    """Return the values a pattern asks for by name."""
    if isinstance(asked, str):
        return (asked,)
    return tuple(asked.get("IN", ())) if isinstance(asked, dict) else ()


class WordClasses:
    """Does the work of a pipeline's attribute ruler and lemmatizer on a parsed Doc.

    Args:
        ruler: the pipeline's `attribute_ruler`.
        lemmatizer: its `lemmatizer`, one by rules.

    Raises:
        ValueError: the ruler's patterns ask for more than tag, place in the parse and lower case.
    """

    def __init__(self, ruler: Any, lemmatizer: Any) -> None:
        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._vocab = ruler.vocab
        self._special: set[int] = set()
        self._shapes: list[re.Pattern[str]] = []
        self._joined: dict[int, list[tuple[int, list[_Spec]]]] = {}
        for entry in ruler.patterns:
            for pattern in entry["patterns"]:
                self._learn([_Spec.of(token, self._vocab.strings) for token in pattern])
        self._plain: dict[int, bool] = {}
        self._told: dict[tuple[int, int, int], tuple[int, int, int, int, int]] = {}
        self._lemmas: dict[tuple[int, int, int], int] = {}

    def _learn(self, specs: list[_Spec]) -> None:
        """Note the words a pattern of the ruler names, by which it can match at all."""
        if len(specs) == 1:
            self._special.update(specs[0].words)
            if specs[0].shape is not None:
                self._shapes.append(specs[0].shape)
            return
        known = [place for place, spec in enumerate(specs) if spec.words]
        if not known:
            raise ValueError("a pattern of several words names none of them")
        for word in specs[known[0]].words:
            self._joined.setdefault(word, []).append((known[0], specs))

    def __call__(self, doc: Any) -> Any:
        """Set word classes and lemmas of a Doc that has tags and a parse, and return it."""
        import numpy as np
        from spacy.attrs import DEP, LEMMA, LOWER, ORTH, POS, TAG

        rows = doc.to_array([TAG, DEP, LOWER, ORTH]).tolist()
        if not rows or self._count_together(rows):
            return self._lemmatizer(self._ruler(doc))
        classes = []
        for tag, dep, lower, orth in rows:
            key = (tag, dep, 0 if self._is_plain(lower) else lower)
            told = self._told.get(key)
            if told is None:
                told = self._told[key] = self._ask(tag, dep, orth)
            pos, morph, lemma, own_tag, own_dep = told
            if not lemma:
                lemma = self._lemmas.get((orth, pos, morph)) or self._lemma(orth, pos, morph)
            classes.append((pos, lemma, own_tag, own_dep))
        return doc.from_array([POS, LEMMA, TAG, DEP], np.array(classes, dtype=np.uint64))

    def _count_together(self, rows: list[list[int]]) -> bool:
        """Whether a pattern of several words may match: `let 's`, `there is`."""
        for place, row in enumerate(rows):
            for at, specs in self._joined.get(row[2], ()):
                near = rows[max(0, place - at) : place - at + len(specs)]
                if len(near) == len(specs) and all(
                    spec.fits(one, self._vocab.strings)
                    for spec, one in zip(specs, near, strict=True)
                ):
                    return True
        return False

    def _is_plain(self, lower: int) -> bool:
        """Whether no pattern tells this word from others of its tag and place."""
        plain = self._plain.get(lower)
        if plain is None:
            word = self._vocab.strings[lower]
            plain = lower not in self._special and not word.isspace()
            plain = plain and not any(shape.search(word) for shape in self._shapes)
            self._plain[lower] = plain
        return plain

    def _ask(self, tag: int, dep: int, orth: int) -> tuple[int, int, int, int, int]:
        """Return class, form, lemma, tag and place of a word as the ruler sets them; lemma 0 for none."""
        token = self._alone(orth)
        token.tag, token.dep = tag, dep
        self._ruler(token.doc)
        return token.pos, token.morph.key, token.lemma, token.tag, token.dep

    def _lemma(self, orth: int, pos: int, morph: int) -> int:
        token = self._alone(orth)
        token.pos = pos
        if morph:
            token.set_morph(morph)
        lemma: int = self._vocab.strings.add(self._lemmatizer.lemmatize(token)[0])
        self._lemmas[orth, pos, morph] = lemma
        return lemma

    def _alone(self, orth: int) -> Any:
        from spacy.tokens import Doc

        return Doc(self._vocab, words=[self._vocab.strings[orth]])[0]


def word_classes_of(pipeline: Any) -> WordClasses | None:
    """Return what does the work of a pipeline's attribute ruler and lemmatizer; None if they must.

    Those of another kind than spaCy's English models have are left to themselves.
    """
    from spacy.lang.en.lemmatizer import EnglishLemmatizer
    from spacy.pipeline import AttributeRuler

    names = pipeline.pipe_names
    if not set(REPLACED) <= set(names):
        return None
    ruler, lemmatizer = (pipeline.get_pipe(name) for name in REPLACED)
    side_by_side = names.index(REPLACED[1]) == names.index(REPLACED[0]) + 1
    known = type(ruler) is AttributeRuler and type(lemmatizer) is EnglishLemmatizer
    if not (side_by_side and known) or lemmatizer.mode != "rule" or lemmatizer.overwrite:
        return None
    try:
        return WordClasses(ruler, lemmatizer)
    except ValueError:
        return None  # its patterns see more than is remembered here
