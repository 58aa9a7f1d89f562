"""A footnote in words: outlet, title, date and paragraph, the same in every format."""

from __future__ import annotations

from briefing.export.headings import headings
from briefing.export.outline import Line, Note, Run
from briefing.export.wording import title_words, unquoted


def citation(note: Note, language: str) -> Line:
    """Return the line of a footnote: outlet, title, date and paragraph.

    Where the title is not known the first words of the article stand for it, and where the outlet
    is not, the file does.
    """
    words = headings(language)
    place = f"¶ {note.paragraph}" if note.paragraph else words.hidden_passage
    title = title_words(note.headline)
    day = words.day(note.published)
    if note.outlet:
        return (Run(unquoted(note.outlet), "emphasis"), Run(f", {title}, {day}, {place}."))
    return (Run(f"{title}, {day}, {words.file} {unquoted(note.file_name)}, {place}."),)
