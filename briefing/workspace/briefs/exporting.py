"""Briefings from the library: one document a meeting, the user's own words kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from briefing.errors import BriefingError
from briefing.export import (
    History,
    Ledger,
    Located,
    Made,
    Style,
    Templates,
    file_name,
    keep_sections,
    known_formats,
    locate,
    make,
    read_stamp,
    unsealed,
    verify_briefing,
    with_history,
    write_file,
)
from briefing.library import Library
from briefing.model import Article, Briefing
from briefing.phrase import as_phrase, joined, phrase
from briefing.progress import Progress
from briefing.workspace.briefs.catalogue import Entry, write_catalogue
from briefing.workspace.briefs.contents import Content, Contents, briefing_text
from briefing.workspace.briefs.measuring import Length, length_of

_NAMELESS = ".csv"  # tables of data say nothing of where they are from
_LENGTH = re.compile(rb"^(\*\*[^\n]*) \xc2\xb7 \*\*[^*\n]+:\*\* [^*\n]*$", re.MULTILINE)
PLAIN = Style()


@dataclass
class Exporting:
    """Renders, writes and proves the briefings of one library.

    Attributes:
        our_side: whose point of view is taken; "" for the first side of each meeting.
        own_templates: folder of the user's own templates, which need not be there.
        paper: that of PDF and Word where a style names none; "" for the one usual here.
    """

    library: Library
    our_side: str = ""
    own_templates: Path | None = None
    paper: str = ""

    @cached_property
    def templates(self) -> Templates:
        """The templates there are, those of the user first."""
        return Templates(self.own_templates)

    @property
    def _contents(self) -> Contents:
        return Contents(self.library, self.our_side)  # the side may change while the window is open

    def markdown(self, meeting: int, style: Style = PLAIN) -> str:
        """Return the briefing of a meeting as it would be exported now."""
        return self._made(self._contents.of(meeting), ("md",), style).markdown

    def length(self, meeting: int, style: Style = PLAIN) -> Length:
        """Return how long a briefing gets in a style; see `length_of`. Raises NotFound."""
        return length_of(self._contents.of(meeting), style, self.templates)

    def export(
        self,
        meetings: Sequence[int],
        folder: Path,
        formats: Sequence[str],
        progress: Progress,
        *,
        style: Style = PLAIN,
    ) -> tuple[Path, ...]:
        """Write the briefings of meetings into a folder and return the files, in order.

        A briefing already there is replaced, the user's sections in it kept. Where there are
        several, an index page and a manifest are written beside them.

        Raises:
            BadValue: a format, profile or language that is not known.
            BadResource: a template is malformed; file and line are named.
            NotFound: a meeting that is not in the library.
            BriefingError: a file of that name is not a briefing of this library, or its user
                sections cannot be read; it is left as it is.
            StorageFull: the disk is full; files are whole or as they were.
        """
        wanted = known_formats(formats)
        _make_folder(folder)
        entries: list[Entry] = []
        for number, meeting in enumerate(meetings):
            progress.step(number, len(meetings), "Exporting")
            entries.append(self._write(meeting, folder, wanted, style))
        if len(entries) > 1:
            write_catalogue(folder, self.library.identity, entries)
        return tuple(folder / name for entry in entries for name in entry.files)

    def check(
        self, meetings: Sequence[int], folder: Path, formats: Sequence[str], *, style: Style = PLAIN
    ) -> tuple[str, ...]:
        """Return one sentence for each file of a folder that is not what would be exported now.

        The date a file was prepared on does not count.
        """
        wanted = known_formats(formats)
        problems: list[str] = []
        for meeting in meetings:
            content = self._contents.of(meeting, folder)
            for name in wanted:
                problems += self._stale(content, folder, name, style)
        return tuple(problems)

    def verify_files(self, paths: Sequence[Path]) -> tuple[str, ...]:
        """Return a sentence for each quotation of the briefings that its source does not bear out.

        Raises:
            NotFound: a file that is not there or cannot be read.
        """
        problems: list[str] = []
        known: dict[str, Article] = {}
        for path in paths:
            text = briefing_text(path)
            known = known or {article.sha256[:12]: article for article in self._articles()}
            failures = verify_briefing(text, known.get)
            problems += [
                phrase(
                    "{path}, line {line}: {reason}",
                    path=path,
                    line=f.line,
                    reason=as_phrase(f.reason),
                )
                for f in failures
            ]
        return tuple(problems)

    def _write(self, meeting: int, folder: Path, formats: Sequence[str], style: Style) -> Entry:
        content = self._contents.of(meeting, folder)
        made = self._made(content, formats, style)
        digests: dict[str, str] = {}
        for end, data in made.files:
            path = _path(folder, content.briefing, end, style)
            self._refuse_foreign(path)
            write_file(path, data)
            digests[path.name] = hashlib.sha256(data).hexdigest()
        if not self.library.read_only:
            self._remember(content, made, folder, style)
        return Entry(content.briefing, made.content, style, digests)

    def _made(self, content: Content, formats: Sequence[str], style: Style) -> Made:
        history = content.history
        since = history.since(Ledger.of(content.briefing)) if history else None
        style = replace(style, paper=style.paper or self.paper)
        return make(content.briefing, formats, style, since=since, templates=self.templates)

    def _remember(self, content: Content, made: Made, folder: Path, style: Style) -> None:
        """Keep what was exported: the words of the user, and what this version held."""
        now = Ledger.of(content.briefing)
        history = content.history.then(now) if content.history else History(now)
        kept = with_history(keep_sections(made.markdown, content.briefing.user_sections), history)
        path = _path(folder, content.briefing, ".md", style)
        digest = hashlib.sha256(made.markdown.encode()).hexdigest()
        with self.library.aside() as session:
            session.exports.put(content.briefing.meeting.id, str(path), digest, kept)

    def _refuse_foreign(self, path: Path) -> None:
        """Raise BriefingError if a file that is not of this library stands where one is to go."""
        if not path.exists() or path.suffix == _NAMELESS:
            return
        try:
            found = read_stamp(path.read_bytes(), path.suffix)
        except OSError as error:
            raise BriefingError(
                phrase(
                    "{path} is in the way and cannot be read ({strerror}).",
                    path=path,
                    strerror=error.strerror,
                ),
                "Move it or choose another folder.",
            ) from error
        if found.library != self.library.identity:
            raise BriefingError(
                phrase("{path} is not a briefing of this library.", path=path),
                "Move it or choose another folder.",
            )

    def _stale(self, content: Content, folder: Path, name: str, style: Style) -> list[str]:
        ends = ("-asks.csv", "-people.csv", "-issues.csv") if name == "csv" else (f".{name}",)
        paths = {end: _path(folder, content.briefing, end, style) for end in ends}
        missing = [path for path in paths.values() if not path.is_file()]
        if missing:
            return [phrase("{path} is not there.", path=path) for path in missing]
        found = {end: path.read_bytes() for end, path in paths.items()}
        prepared = read_stamp(found[ends[0]], f".{name}").prepared or content.briefing.prepared
        then = replace(content, briefing=replace(content.briefing, prepared=prepared))
        made = dict(self._made(then, (name,), style).files)
        return [
            phrase("{path} is stale: {why}.", path=paths[end], why=self._why(then))
            for end in ends
            if _unmeasured(made[end], end) != _unmeasured(found[end], end)
        ]

    def _why(self, content: Content) -> str:
        now = Ledger.of(content.briefing)
        changes = content.history.last.changes(now) if content.history else ()
        kinds = [change.kind for change in changes]
        told = [
            phrase(words, count=kinds.count(kind))
            for kind, words in _KINDS.items()
            if kind in kinds
        ]
        return joined(told, ", ") or phrase("its words are not those of the library")

    def find_words(self, words: str) -> tuple[str, ...]:
        """Return a sentence for each place of the library with these words, or words like them."""
        articles = {article.id: article for article in self._articles()}
        places = locate(words, articles.values())
        return tuple(_told(place, articles[place.span.article]) for place in places)

    def _articles(self) -> Iterator[Article]:
        with self.library.reading() as session:
            for line in session.articles.lines():
                yield session.articles.get(line.id)


_KINDS = {
    "new": "{count} new among the asks",
    "changed": "{count} changed among the asks",
    "gone": "{count} gone from the asks",
    "added": "{count} added to the sources",
    "withdrawn": "{count} withdrawn from the sources",
}


def _told(place: Located, article: Article) -> str:
    where = f"{article.outlet or article.file_name}, {article.headline}, ¶ {place.paragraph}"
    if place.kind == "verbatim":
        return f"Verbatim in {where}."
    return f"Altered; {where} has “{' '.join(place.span.quote.split())}”."


def _unmeasured(data: bytes, end: str) -> bytes:
    """Return Markdown without its length, which counts the words the user has added since."""
    if end != ".md":
        return data
    return _LENGTH.sub(rb"\1", unsealed(data.decode("utf-8", "replace")).encode(), count=1)


def _path(folder: Path, briefing: Briefing, end: str, style: Style) -> Path:
    return folder / file_name(briefing, end, profile=style.profile, language=style.language)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BriefingError(
            phrase(
                "The folder {folder} cannot be made ({strerror}).",
                folder=folder,
                strerror=error.strerror,
            ),
            "Choose another folder.",
        ) from error
