"""How long a briefing gets in a style, and what a limit of pages shortens."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.export import Ledger, Outline, Style, Templates, outline
from briefing.export.outlines.outline import count_words
from briefing.workspace.briefs.contents import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """The length of one briefing, before it is written.

    Attributes:
        title: of the briefing's meeting.
        words: of the main sections, as they would be written; page: words on one page.
        cut: titles of the main sections that the limit of pages shortens.
    """

    meeting: int
    title: str
    words: int
    page: int
    cut: tuple[str, ...] = ()


def length_of(content: Content, style: Style, templates: Templates) -> Length:
    """Return how long a briefing gets.

    Raises:
        BadValue: a profile or language that is not known.
        BadResource: a template is malformed; file and line are named.
    """
    made = _outlined(content, style, templates)
    cut: tuple[str, ...] = ()
    if style.max_pages is not None:
        cut = shortened(_outlined(content, replace(style, max_pages=None), templates), made)
    meeting = content.briefing.meeting
    page = templates.plan(style.profile).limits["words_a_page"]
    return Length(meeting=meeting.id, title=meeting.title, words=made.words, page=page, cut=cut)


def shortened(whole: Outline, short: Outline) -> tuple[str, ...]:
    """Return the titles of the main sections that hold fewer words in the short outline."""
    left = {section.key: count_words((section,)) for section in short.sections}
    main = [section for section in whole.sections if not section.annex]
    return tuple(s.title for s in main if left.get(s.key, 0) < count_words((s,)))


def _outlined(content: Content, style: Style, templates: Templates) -> Outline:
    history = content.history
    return outline(
        content.briefing,
        profile=style.profile,
        omit_empty=style.omit_empty,
        language=style.language,
        since=history.since(Ledger.of(content.briefing)) if history else None,
        max_pages=style.max_pages,
        templates=templates,
    )
