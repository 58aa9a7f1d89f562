"""A briefing as a document: outline first, then Markdown, and the proof of its quotations.

Renders values; knows nothing of the library and never changes one.
"""

from briefing.export.compose import outline
from briefing.export.data import to_json
from briefing.export.fences import user_sections
from briefing.export.files import file_name, prepared_on, write_file
from briefing.export.html import to_html
from briefing.export.markdown import render_markdown, to_markdown
from briefing.export.outline import Outline
from briefing.export.page import to_page
from briefing.export.spreadsheet import issues_csv, people_csv, to_csv
from briefing.export.template import Templates, profiles
from briefing.export.verify import Failure, verify_briefing

__all__ = [
    "Failure",
    "Outline",
    "Templates",
    "file_name",
    "outline",
    "prepared_on",
    "profiles",
    "render_markdown",
    "to_csv",
    "to_html",
    "to_json",
    "to_markdown",
    "to_page",
    "user_sections",
    "verify_briefing",
    "write_file",
]
