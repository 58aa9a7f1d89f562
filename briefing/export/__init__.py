"""A briefing as a document: outline first, then Markdown, and the proof of its quotations.

Renders values; knows nothing of the library and never changes one.
"""

from briefing.export.composing.compose import outline
from briefing.export.files import file_name, prepared_on, write_file
from briefing.export.formats import FORMATS, Made, Style, known_formats, make
from briefing.export.markup.fences import keep_sections, user_sections
from briefing.export.markup.html import to_html, to_preview
from briefing.export.markup.seal import unsealed
from briefing.export.outlines.outline import Outline
from briefing.export.parts.ledger import History, Ledger, history_of, with_history
from briefing.export.parts.template import Templates, profiles
from briefing.export.proof.locate import Located, locate
from briefing.export.proof.verify import Failure, verify_briefing
from briefing.export.renderers.data import to_json
from briefing.export.renderers.markdown import render_markdown, to_markdown
from briefing.export.renderers.page import to_page
from briefing.export.renderers.spreadsheet import issues_csv, people_csv, to_csv
from briefing.export.renderers.stamp import Stamp, read_stamp

__all__ = [
    "FORMATS",
    "Failure",
    "History",
    "Ledger",
    "Located",
    "Made",
    "Outline",
    "Stamp",
    "Style",
    "Templates",
    "file_name",
    "history_of",
    "issues_csv",
    "keep_sections",
    "known_formats",
    "locate",
    "make",
    "outline",
    "people_csv",
    "prepared_on",
    "profiles",
    "read_stamp",
    "render_markdown",
    "to_csv",
    "to_html",
    "to_json",
    "to_markdown",
    "to_page",
    "to_preview",
    "unsealed",
    "user_sections",
    "verify_briefing",
    "with_history",
    "write_file",
]
