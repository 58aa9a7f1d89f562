"""Every format of a briefing from one content: Markdown, HTML, JSON, CSV, PDF and Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefing.errors import BadValue
from briefing.export.composing.compose import outline
from briefing.export.outlines.outline import Outline
from briefing.export.parts.ledger import Ledger
from briefing.export.parts.template import DEFAULT, Templates
from briefing.export.renderers.data import to_json
from briefing.export.renderers.facts import Facts
from briefing.export.renderers.markdown import to_markdown
from briefing.export.renderers.page import to_page
from briefing.export.renderers.paper import Paper, paper
from briefing.export.renderers.spreadsheet import issues_csv, people_csv, to_csv
from briefing.model import Briefing
from briefing.phrase import phrase

FORMATS = ("md", "html", "json", "csv", "pdf", "docx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How briefings are written.

    Attributes:
        profile: name of a plan. language: `en` or `fr`, of headings and dates.
        max_pages: the most the main sections may take, None for no such limit.
        omit_empty: whether sections are left out of which the sources say nothing.
        paper: `a4` or `letter`, of PDF and Word; "" for the one usual where the program runs.
    """

    profile: str = DEFAULT
    language: str = "en"
    max_pages: int | None = None
    omit_empty: bool = False
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """One briefing in several formats.

    Attributes:
        files: pairs (end of the file's name, its bytes): `.md`, `.pdf`, `-asks.csv`.
    """

    content: Outline
    markdown: str
    files: tuple[tuple[str, bytes], ...]


def known_formats(formats: Sequence[str]) -> tuple[str, ...]:
    """Return the formats, each once. Raises BadValue for one there is not."""
    for name in formats:
        if name not in FORMATS:
            raise BadValue(
                phrase("There is no export format “{name}”.", name=name),
                phrase("Choose from: {formats}.", formats=", ".join(FORMATS)),
            )
    return tuple(dict.fromkeys(formats))


def make(
    briefing: Briefing,
    formats: Sequence[str],
    style: Style,
    *,
    since: Ledger | None = None,
    templates: Templates | None = None,
) -> Made:
    """Return a briefing in these formats; the same content gives the same bytes.

    Args:
        briefing: the content.
        formats: names out of FORMATS.
        style: how it is written.
        since: what the version before held, to say what changed.
        templates: where plans and layouts are found.

    Raises:
        BadValue: a format, profile, language or paper there is not.
        BadResource: a plan or layout is malformed.
    """
    found, sheet = templates or Templates(), paper(style.paper)
    content = outline(
        briefing,
        profile=style.profile,
        omit_empty=style.omit_empty,
        language=style.language,
        since=since,
        max_pages=style.max_pages,
        templates=found,
    )
    markdown = to_markdown(content, found.layout(style.profile))
    files: list[tuple[str, bytes]] = []
    for name in known_formats(formats):
        files += _MAKERS[name](briefing, content, markdown, sheet).items()
    return Made(content, markdown, tuple(files))


Files = Mapping[str, bytes]


def _md(_briefing: Briefing, _content: Outline, markdown: str, _sheet: Paper) -> Files:
    return {".md": markdown.encode()}


def _html(_briefing: Briefing, content: Outline, markdown: str, _sheet: Paper) -> Files:
    return {".html": to_page(markdown, Facts.of(content)).encode()}


def _json(_briefing: Briefing, content: Outline, _markdown: str, _sheet: Paper) -> Files:
    return {".json": to_json(content).encode()}


def _csv(briefing: Briefing, _content: Outline, _markdown: str, _sheet: Paper) -> Files:
    tables = {"asks": to_csv, "people": people_csv, "issues": issues_csv}
    # The mark at the start tells spreadsheets that this is UTF-8.
    return {f"-{name}.csv": table(briefing).encode("utf-8-sig") for name, table in tables.items()}


def _pdf(_briefing: Briefing, content: Outline, markdown: str, sheet: Paper) -> Files:
    from briefing.export.renderers.pdf import to_pdf  # the one module here that loads Qt

    return {".pdf": to_pdf(markdown, Facts.of(content), sheet)}


def _docx(_briefing: Briefing, content: Outline, _markdown: str, sheet: Paper) -> Files:
    from briefing.export.renderers.word import to_docx

    return {".docx": to_docx(content, Facts.of(content), sheet)}


_MAKERS: Mapping[str, Callable[[Briefing, Outline, str, Paper], Files]] = {
    "md": _md,
    "html": _html,
    "json": _json,
    "csv": _csv,
    "pdf": _pdf,
    "docx": _docx,
}
