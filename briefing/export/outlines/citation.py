"""A footnote in words: outlet, title, date and paragraph, the same in every format."""

from __future__ import annotations

from briefing.export.language.headings import headings
from briefing.export.language.languages import tongue
from briefing.export.language.wording import capitalised, title_words, unquoted
from briefing.export.outlines.outline import Line, Note, Run


def citation(note: Note, language: str) -> Line:
    """Return the line of a footnote: outlet, title, date and paragraph.

    A title that is not known is left out; where the outlet is not known, the file is named.
    """
    words = headings(language)
    place = f"¶ {note.paragraph}" if note.paragraph else words.hidden_passage
    day = words.day(note.published)
    if note.outlet:
        title = f" {title_words(note.title)}," if note.title else ""
        return (Run(unquoted(note.outlet), "emphasis"), Run(f",{title} {day}, {place}."))
    untitled = capitalised(tongue(language).say("untitled"))
    title = title_words(note.title) if note.title else untitled
    return (Run(f"{title}, {day}, {words.file} {unquoted(note.file_name)}, {place}."),)
