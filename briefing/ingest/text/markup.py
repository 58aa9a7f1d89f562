"""Mark-up left in a plain text: front matter, the head of an XML record, tags and comments."""

from __future__ import annotations

import re

from briefing.model import HiddenRange

FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*(?:\r\n|\r|\n)(?P<fields>.*?)(?:\r\n|\r|\n)---[ \t]*(?=\r|\n|\Z)", re.DOTALL
)
"""Fields in YAML between two lines of three dashes, at the very start."""

_FIELD = re.compile(r"^[A-Za-z_][\w -]*:", re.MULTILINE)
_XML_HEAD = re.compile(
    r"\A\s*<\?xml\b.{0,20000}?<(?:content|body|text|article-body|description)\b[^<>]*>\s*"
    r"(?:<!\[CDATA\[)?(?:\s*<p>)?",
    re.DOTALL,
)
_XML_TAG = re.compile(r"\]\]>|</?[A-Za-z][\w:-]*(?:\s[^<>]{0,300})?/?>")
_HTML_TAG = re.compile(
    r"</?(?:a|abbr|article|b|blockquote|br|caption|center|cite|code|div|em|figcaption|figure|font"
    r"|footer|h[1-6]|header|hr|i|img|li|main|nav|ol|p|pre|q|s|section|small|span|strong|sub|sup"
    r"|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)


def front_matter(text: str) -> re.Match[str] | None:
    """Return the match of FRONT_MATTER where the text starts with it, else None."""
    match = FRONT_MATTER.match(text)
    return match if match and _FIELD.search(match["fields"]) else None


def xml_head(text: str) -> str:
    """Return the head of an XML record, up to its content; "" where the text is none."""
    match = _XML_HEAD.match(text)
    return match.group() if match else ""


def markup_ranges(text: str) -> list[HiddenRange]:
    """Return front matter, the head of an XML record, tags and comments, in order."""
    found: list[HiddenRange] = []
    if fields := front_matter(text):
        found.append(HiddenRange(0, fields.end(), "front-matter"))
    tags = _HTML_TAG
    if head := xml_head(text):
        found.append(HiddenRange(0, len(head), "xml-head"))
        tags = _XML_TAG
    start = found[-1].end if found else 0
    for pattern, rule in ((tags, "tag"), (_COMMENT, "markup-comment")):
        found += [HiddenRange(m.start(), m.end(), rule) for m in pattern.finditer(text, start)]
    return sorted(found)
