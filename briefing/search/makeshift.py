"""An index of a few articles, made for one search while the real one is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.model import Searchable
from briefing.search.engine.drafting import SegmentDraft
from briefing.search.engine.segment import SUFFIX, Segment, SegmentFile
from briefing.search.entries import entries
from briefing.search.lexicon import first_letters
from briefing.search.nodes import All, Node, Run
from briefing.search.snapshot import Snapshot


def snapshot_of(documents: Iterable[Searchable]) -> Snapshot:
    """Return a snapshot of these articles alone; its file is gone when it is no longer used."""
    draft = SegmentDraft()
    for document in documents:
        for entry in entries(document):
            draft.add(entry)
    # On Windows a mapped file stays until it is let go of; the system clears its folder.
    with TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / f"makeshift{SUFFIX}"
        draft.write(path)
        return Snapshot([Segment(SegmentFile(path), ())])


def letters_of(node: Node) -> tuple[str, ...]:
    """Return letters that the title or text of every article in the answer has, in any case.

    None may be known: of words with accents or digits, of `ask:`, and of OR.
    """
    return tuple(dict.fromkeys(_letters(node)))


def _letters(node: Node) -> Iterator[str]:
    match node:
        case All(parts):
            for part in parts:
                yield from _letters(part)
        case Run(field, steps) if field != "ask":
            for step in steps:
                first = first_letters(step)
                if first is not None and len(first) == 1:
                    yield first[0]
