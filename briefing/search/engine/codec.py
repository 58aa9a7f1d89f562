"""The codec: Whoosh's schema, writer, segments, table of contents and lock around our arrays.

Whoosh asks a codec for the parts that write and read a segment. Ours gathers entries whole
(`ArrayWriter.add_document`) where Whoosh's own would take apart each document into postings, and
writes them into one file. Only what whoosh3 3.54 and whoosh 2.7.4 share is used.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whoosh.codec import base
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import TOC
from whoosh.writing import SegmentWriter

from briefing.search.engine.drafting import SegmentDraft
from briefing.search.engine.inverting import Vocabulary
from briefing.search.engine.segment import SUFFIX, Segment, SegmentFile
from briefing.search.entries import Entry


class ArraySegment(base.Segment):  # type: ignore[misc, unused-ignore]
    """What the table of contents says of a segment; it is kept there as a pickle."""

    def __init__(self, indexname: str) -> None:
        super().__init__(indexname)
        self._entries = 0
        self._dead: set[int] = set()

    def codec(self) -> ArrayCodec:
        """Return what reads it."""
        return ArrayCodec()

    def should_assemble(self) -> bool:
        """Return False: it is one file already."""
        return False

    def set_doc_count(self, doccount: int) -> None:
        """Say how many entries it has."""
        self._entries = doccount

    def doc_count_all(self) -> int:
        """Return the number of entries, those removed too."""
        return self._entries

    def deleted_count(self) -> int:
        """Return the number of entries removed."""
        return len(self._dead)

    def deleted_docs(self) -> set[int]:
        """Return the entries removed."""
        return self._dead

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether an entry was removed."""
        return docnum in self._dead

    def delete_document(self, docnum: int, delete: bool = True) -> None:  # noqa: FBT001, FBT002 (Whoosh's)
        """Remove an entry, or put it back."""
        (self._dead.add if delete else self._dead.discard)(docnum)


def opened(folder: Path, segment: ArraySegment, files: dict[str, SegmentFile]) -> Segment:
    """Return a segment of a folder, opening its file unless it is among those known."""
    name = segment.make_filename(SUFFIX)
    file = files.get(name)
    if file is None:
        file = files[name] = SegmentFile(folder / name)
    return Segment(file, segment.deleted_docs())


class Folder(FileStorage):  # type: ignore[misc, unused-ignore]
    """A folder as Whoosh writes to it, without the folder of its own that it makes for each commit.

    Whoosh sorts postings there; ours never come to it. To make and remove a folder takes many disks
    longer than the commit.
    """

    def temp_storage(self, name: str | None = None) -> RamStorage:  # noqa: ARG002 (Whoosh's)
        """Return a place for what is sorted."""
        return RamStorage()


class EntriesWriter(base.PerDocumentWriter):  # type: ignore[misc, unused-ignore]
    """Takes entries one by one; Whoosh's writer calls it for each document."""

    def __init__(self) -> None:
        self.draft = SegmentDraft()
        self.is_closed = False

    def start_doc(self, docnum: int) -> None:
        """Do nothing: an entry comes whole."""

    def add_field(self, *_: Any) -> None:
        """Do nothing: an entry comes whole."""

    def close(self) -> None:
        """Note that no more will come."""
        self.is_closed = True


class WordsWriter(base.FieldWriter):  # type: ignore[misc, unused-ignore]
    """Writes the segment's file once all entries are there."""

    def __init__(self, folder: Path, segment: ArraySegment) -> None:
        self._path = folder / segment.make_filename(SUFFIX)
        self.entries: EntriesWriter | None = None
        self.is_closed = False

    def add_postings(self, schema: Any, lengths: Any, items: Iterable[Any]) -> None:  # noqa: ARG002 (Whoosh's)
        """Write what was gathered; Whoosh's own pool of postings is empty."""
        assert self.entries is not None
        self.entries.draft.write(self._path)

    def close(self) -> None:
        """Note that nothing more is written."""
        self.is_closed = True


class ArrayCodec(base.Codec):  # type: ignore[misc, unused-ignore]
    """Segments as files of arrays."""

    length_stats = False  # lengths are counted by ourselves

    def per_document_writer(self, storage: Any, segment: ArraySegment) -> EntriesWriter:  # noqa: ARG002 (Whoosh's)
        """Return what takes entries."""
        return EntriesWriter()

    def field_writer(self, storage: Any, segment: ArraySegment) -> WordsWriter:
        """Return what writes postings."""
        return WordsWriter(Path(storage.folder), segment)

    def new_segment(self, storage: Any, indexname: str) -> ArraySegment:  # noqa: ARG002 (Whoosh's)
        """Return a segment that has nothing yet."""
        return ArraySegment(indexname)

    def per_document_reader(self, storage: Any, segment: ArraySegment) -> base.PerDocumentReader:
        """Return Whoosh's own view of the entries, which searching does without."""
        from briefing.search.engine.viewing import EntriesReader

        return EntriesReader(opened(Path(storage.folder), segment, {}))

    def terms_reader(self, storage: Any, segment: ArraySegment) -> base.TermsReader:
        """Return Whoosh's own view of the postings, which searching does without."""
        from briefing.search.engine.viewing import WordsReader

        return WordsReader(opened(Path(storage.folder), segment, {}))


class ArrayWriter(SegmentWriter):  # type: ignore[misc, unused-ignore]
    """Whoosh's writer of segments, for entries.

    Args:
        index: Whoosh's. vocabulary: see `SegmentDraft`. options: of Whoosh's writer.
    """

    def __init__(self, index: Any, vocabulary: Vocabulary | None = None, **options: Any) -> None:
        super().__init__(index, codec=ArrayCodec(), compound=False, **options)
        self.perdocwriter.draft = SegmentDraft(vocabulary)
        self.files: tuple[str, ...] = ()  # what the index is, once it is committed
        self.fieldwriter.entries = self.perdocwriter

    @property
    def draft(self) -> SegmentDraft:
        """What will be written."""
        found: SegmentDraft = self.perdocwriter.draft
        return found

    def add_document(self, *, entry: Entry) -> None:
        """Add an entry."""
        self.draft.add(entry)
        self._count(1)

    def join(self, segment: Segment) -> None:
        """Take over a segment; call it before any entry is added."""
        self.draft.join(segment)
        self._count(segment.count)

    def _commit_toc(self, segments: list[ArraySegment]) -> None:
        """Write the table of contents, and leave the former one and its files for the manifest.

        Whoosh's own removes them at once: killed before the manifest is written, it would leave
        neither the former state nor, for want of a manifest, the new one.
        """
        table = TOC(self.schema, segments, self.generation)
        table.write(self.storage, self.indexname)
        self.files = (
            f"_{self.indexname}_{self.generation}.toc",
            *(segment.make_filename(SUFFIX) for segment in segments),
        )

    def _count(self, entries: int) -> None:
        self.docnum += entries
        self._added = True
