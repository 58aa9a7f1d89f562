"""Words of a source as Markdown that shows exactly these words and no structure of their own."""

from __future__ import annotations

import re
import unicodedata

# An editorial addition such as [sic] reads better bare; no Markdown takes it for a link here.
_EDITORIAL = r"\[[\w .'’-]+\](?=[ .,;!?”’][^(\[:]|[.,;!?”’]$)"
# What python-markdown does not take back with a backslash goes as a numeric entity.
_SPECIAL = re.compile(
    rf"(?P<bare>{_EDITORIAL})"
    r"|(?P<entity>[`|^<]|~(?=~)|(?<=~)~|=(?==)|(?<==)=|&(?=#?\w+;))"
    r"|(?P<slash>[\\*\[\]{}]|(?<![^\W_])_|_(?![^\W_]))"
)
# Only words with one of these need to be looked at sign by sign.
_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_AT_START = re.compile(r"(?P<slash>[#>+-])|(?P<entity>[=~:|!])")
_NUMBERED = re.compile(r"(\d+)([.)])(?=\s|$)")


def folded(text: str) -> str:
    """Return the words on one line: white space folded, control and direction signs taken out.

    Direction signs are taken out since they can show a line in another order than it is stored.
    """
    if not _ODD.search(text):
        return " ".join(text.split())
    return " ".join("".join(_visible(char) for char in text).split())


def escape(text: str) -> str:
    """Return `folded(text)` as Markdown, for any place inside a line or a table cell.

    Ordinary words, hyphens, brackets and full stops stay as they are. See `escape_start`.
    """
    return _SPECIAL.sub(_escaped, folded(text))


def escape_start(markdown: str) -> str:
    """Return escaped Markdown safe at the start of a block, where `#`, `-` or `1.` would count."""
    numbered = _NUMBERED.match(markdown)
    if numbered:
        return f"{numbered[1]}\\{numbered[2]}{markdown[numbered.end() :]}"
    start = _AT_START.match(markdown)
    if start is None:
        return markdown
    char = start.group()
    first = f"\\{char}" if start["slash"] else _numeric(char)
    return first + markdown[1:]


def escape_heading(text: str) -> str:
    """Return words for a heading, where a closing `#` would be dropped."""
    escaped = escape(text)
    return f"{escaped[:-1]}&#35;" if escaped.endswith("#") else escaped


def _visible(char: str) -> str:
    kind = unicodedata.category(char)
    if char.isspace():
        return " "
    if kind == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    hidden = kind == "Cc" or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"
    return "" if hidden else char


def _escaped(match: re.Match[str]) -> str:
    if match["bare"]:
        return match["bare"]
    if match["entity"]:
        return _numeric(match["entity"])
    return f"\\{match['slash']}"


def _numeric(char: str) -> str:
    return f"&#{ord(char)};"
