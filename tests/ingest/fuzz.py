"""Sound files of every kind that is read, ways to damage them, and what must hold of any bytes."""

from __future__ import annotations

import random

from briefing.errors import UnreadableFile
from briefing.ingest import SUFFIXES
from briefing.ingest.reading import articles_of
from briefing.ingest.text.document import Part
from briefing.model import ImportedText
from tests.ingest import exports, making

PROSE = (
    "The two ministers spent the morning aboard the ferry and spoke about herring, grain and the "
    "price of heating oil, an official said. "
)
LINES = [PROSE[start : start + 60] for start in range(0, len(PROSE), 60)]
PAGE = (
    "<!doctype html><html lang=en><head><title>Ferry talks begin</title><link rel=canonical href='https://example.org/a/ferry'>"
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry talks begin", "datePublished": "2024-03-03"}</script>'
    f"</head><body><nav><a href=/>Home</a></nav><article><h1>Ferry talks begin</h1><p>{PROSE * 3}</p></article></body></html>"
)


def rtf(text: str) -> bytes:
    """Return RTF of a text."""
    return (
        "{\\rtf1\\ansi\\ansicpg1252 "
        + text.replace("\n", "\\par\n").replace("©", "\\'a9")
        + "\\u8217?}"
    ).encode("latin-1", "replace")


def _letter() -> bytes:
    return making.mail(
        "See the web.",
        exports.LETTER,
        **{
            "From": "The Desk <d@example.org>",
            "Date": "Fri, 24 Mar 2023 10:00:00 -0400",
            "Subject": "This week",
            "List-Id": "<x>",
        },
    )


SOUND: dict[str, tuple[bytes, ...]] = {
    ".txt": (f"Title: Ferry talks\nDate: 3 March 2024\n\n{PROSE}".encode(), exports.FACTIVA.encode(), exports.NEXIS_NEWER.encode()),
    ".text": (exports.NEXIS_OLDER.encode(), ("﻿" + PROSE).encode("utf-16")),
    ".html": (PAGE.encode(),),
    ".htm": (exports.LETTER.encode(),),
    ".xhtml": (b"<?xml version='1.0' encoding='utf-8'?>" + PAGE.encode(),),
    ".docx": (making.word(making.paragraph("Ferry talks begin") + making.paragraph(PROSE), "Ferry talks begin"),),
    ".odt": (making.open_document(f"<text:h>Ferry</text:h><text:p>{PROSE}<text:tab/></text:p>", "Ferry talks"),),
    ".eml": (making.mail(PROSE, PAGE, Subject="x", From="r@example.org"), _letter()),
    ".mht": (making.mail("", PAGE, Subject="x", From="<Saved by a browser>"),),
    ".mhtml": (making.mail("", PAGE, Subject="x", From="<Saved by a browser>"),),
    ".mbox": (exports.MAILBOX.encode(),),
    ".md": (f"---\ntitle: Ferry\ndate: 2024-03-03\n---\n\n# Ferry\n\n![x](y) [a](b) {PROSE}".encode(),),
    ".markdown": (f"# Ferry\n\n[a](b) {PROSE}".encode(),),
    ".pdf": (making.pdf([LINES, LINES], "Ferry talks"), making.pdf([LINES])),
    ".rtf": (rtf(f"Ferry talks\n\n{PROSE}"), rtf(exports.PROQUEST)),
    ".rss": (exports.RSS.encode(),),
    ".atom": (exports.ATOM.encode(),),
    ".xml": (exports.ATOM.encode(),),
    ".zip": (making.zipped({"a.txt": exports.BODY, "b/c.html": exports.LETTER}),),
    "": (exports.PROQUEST.encode(),),
}  # fmt: skip
"""By suffix: files with nothing wrong."""

assert set(SOUND) == {*SUFFIXES, ""}

WORDS = (
    b"<", b">", b"\0", b"\xff\xfe", b"\r\n", b"\n\n", b"{", b"}", b"\\bin9999 ", b"\\u-1?", b"&#x110000;", b"&e;", b"<!DOCTYPE",
    b"From a 2023\n", b"--", b"=?utf-8?b?", b"Content-Type: text/plain; charset=", b"1 of 9 DOCUMENTS", b"End of Document", b"stream\n",
    b"obj", b"<<", b"/Kids [", b"PK\x03\x04", b"\xe2\x80\xae", b"\xed\xa0\x80", b"99999999999", b"---\n", b"<table>" * 40, b"(" * 50, b"[" * 50,
)  # fmt: skip


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with some changed, cut out, doubled, put in, or cut off."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(out) + 1)
        end = min(len(out), start + chance.choice((1, 1, 2, 8, 40, 400)))
        out[start:end] = chance.choice(
            (b"", out[start:end] * 2, chance.randbytes(end - start), chance.choice(WORDS))
        )
    return (
        bytes(out[: chance.randrange(1, len(out) + 1)])
        if chance.random() < 0.2 and out
        else bytes(out)
    )


def check(data: bytes, suffix: str, depth: int = 0) -> None:
    """Read any bytes: articles with sound ranges come out, or one sentence says why not."""
    reason = "It is read."
    try:
        for found in articles_of(data, "any", suffix):
            if not isinstance(found, Part):
                _sound(found)
            elif not found.refusal and depth < 2:
                check(found.data, found.suffix, depth + 1)
    except UnreadableFile as error:
        reason = str(error)
    assert reason.endswith(".")
    assert "\n" not in reason


def _sound(article: ImportedText) -> None:
    position = 0
    for item in article.hidden:
        assert position <= item.start <= item.end <= len(article.text)
        position = item.end
    assert article.text.strip()
    article.text.encode()
