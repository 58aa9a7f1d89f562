"""A briefing as a document: outline first, then Markdown, and the proof of its quotations.

Renders values; knows nothing of the library and never changes one.
"""

from briefing.export.compose import outline
from briefing.export.data import to_json
from briefing.export.fences import keep_sections, user_sections
from briefing.export.files import file_name, prepared_on, write_file
from briefing.export.formats import FORMATS, Made, Style, known_formats, make
from briefing.export.html import to_html, to_preview
from briefing.export.ledger import History, Ledger, history_of, with_history
from briefing.export.locate import Located, locate
from briefing.export.markdown import render_markdown, to_markdown
from briefing.export.outline import Outline
from briefing.export.page import to_page
from briefing.export.seal import unsealed
from briefing.export.spreadsheet import issues_csv, people_csv, to_csv
from briefing.export.stamp import Stamp, read_stamp
from briefing.export.template import Templates, profiles
from briefing.export.verify import Failure, verify_briefing

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
