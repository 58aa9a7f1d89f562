"""A briefing as one HTML file that needs nothing beside it: to mail, to read, to print."""

from __future__ import annotations

import re
from html import escape

from briefing.export.markup.html import to_html
from briefing.export.renderers.facts import Facts
from briefing.paths import resource_text

_TITLE = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_POLICY = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
)
_LANGUAGE = re.compile(r"\A---\r?\n(?:.*\r?\n)*?language: (\w+)\r?\n")


def to_page(markdown: str, facts: Facts | None = None) -> str:
    """Return an exported briefing as a whole HTML page with its style inside; it loads nothing.

    Args:
        markdown: the briefing, as exported.
        facts: say which library the page is of; left out where it is not exported.
    """
    body = to_html(markdown)
    found = _TITLE.search(body)
    title = _TAG.sub("", found[1]) if found else "Briefing"
    language = _LANGUAGE.match(markdown)
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(language[1] if language else "en")}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            # Should anything of a source ever get through, a browser still loads and runs nothing.
            _POLICY,
            *([f'<meta name="keywords" content="{escape(facts.stamp)}">'] if facts else []),
            f"<title>{title}</title>",
            f"<style>\n{resource_text('templates/page.css')}</style>",
            "</head>",
            "<body>",
            body,
            "</body>",
            "</html>",
            "",
        ]
    )
