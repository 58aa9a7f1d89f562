"""A footnote in words: outlet, title, date and paragraph, the same in every format."""

from __future__ import annotations

from briefing.export.headings import Headings, headings
from briefing.export.outline import Line, Note, Run
from briefing.export.wording import title_words, unquoted


def citation(note: Note, language: str) -> Line:
    """Return the line of a footnote: outlet, title, date and paragraph.

    Where neither outlet nor title is known, the first words of the article and its file stand for
    them; where one of the two is unknown, that is said and the file is named.
    """
    words = headings(language)
    place = f"¶ {note.paragraph}" if note.paragraph else words.hidden_passage
    rest = f", {words.day(note.published)}{_file(note, words)}, {place}."
    if not note.outlet and not note.title:
        return (Run(f"{title_words(note.headline)}{rest}"),)
    title = title_words(note.title) if note.title else words.no_title
    if note.outlet:
        return (Run(unquoted(note.outlet), "emphasis"), Run(f", {title}{rest}"))
    return (Run(f"{words.no_outlet}, {title}{rest}"),)


def _file(note: Note, words: Headings) -> str:
    if note.outlet and note.title:
        return ""
    return f", {words.file} {unquoted(note.file_name)}"
