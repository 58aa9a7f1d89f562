"""A folder of made-up articles in every format that is read, as a pile from years of work would
be."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import islice
from pathlib import Path

from tests.benchmarks import corpus
from tests.ingest.making import mail, open_document, paragraph, pdf, word, zipped

Made = dict[str, str]
Format = Callable[[Sequence[Made]], bytes]

MENU = "".join(
    f"<li><a href='/{name}'>{name}</a></li>"
    for name in ("News", "Politics", "World", "Business", "Sports", "Opinion", "Arts", "Weather")
)


def text(made: Sequence[Made]) -> bytes:
    """Return plain text with labelled lines."""
    one = made[0]
    head = f"Title: {one['title']}\nSource: {one['source']}\nDate: {one['date']}\n\n"
    return (head + one["body"] + "\n").encode()


def page(made: Sequence[Made]) -> bytes:
    """Return a web page with menus, a record in JSON-LD and boxes of links."""
    return _page(made[0]).encode()


def _page(one: Made) -> str:
    paragraphs = "".join(f"<p>{escape(p)}</p>\n" for p in one["body"].split("\n\n"))
    record = f'{{"@type": "NewsArticle", "headline": "{one["title"]}", "datePublished": "{one["date"]}T08:00:00Z"}}'
    return (
        f"<!doctype html><html lang=en><head><title>{one['title']}</title><meta property='og:site_name' content='{one['source']}'>"
        f"<link rel=canonical href='https://example.org/{one['date']}/{one['id']}'>"
        f"<script type='application/ld+json'>{record}</script><style>p {{ margin: 0 }}</style></head><body><nav><ul>{MENU}</ul></nav>"
        f"<main><article><h1>{one['title']}</h1>{paragraphs}</article><aside class=related><ul>{MENU}</ul></aside></main>"
        f"<footer>All rights reserved</footer></body></html>"
    )


def word_document(made: Sequence[Made]) -> bytes:
    """Return a Word document."""
    one = made[0]
    lines = (one["title"], _day(one), *one["body"].split("\n\n"))
    return word("".join(map(paragraph, lines)), one["title"])


def open_text(made: Sequence[Made]) -> bytes:
    """Return an OpenDocument text."""
    one = made[0]
    lines = (one["title"], _day(one), *one["body"].split("\n\n"))
    return open_document("".join(f"<text:p>{line}</text:p>" for line in lines), one["title"])


def message(made: Sequence[Made]) -> bytes:
    """Return a mail message with a plain and an HTML part."""
    one = made[0]
    at = f"{dt.date.fromisoformat(one['date']):%a, %d %b %Y} 10:00:00 +0000"
    return mail(
        one["body"],
        _page(one),
        Subject=one["title"],
        From=f"{one['source']} <a@example.org>",
        Date=at,
    )


def markdown(made: Sequence[Made]) -> bytes:
    """Return Markdown with front matter."""
    one = made[0]
    return f"---\ntitle: {one['title']}\nsource: {one['source']}\ndate: {one['date']}\n---\n\n{one['body']}\n".encode()


def rich_text(made: Sequence[Made]) -> bytes:
    """Return an RTF document."""
    one = made[0]
    lines = (one["title"], _day(one), *one["body"].split("\n\n"))
    return ("{\\rtf1\\ansi " + "\\par\\par\n".join(lines) + "\\par}").encode()


def portable(made: Sequence[Made]) -> bytes:
    """Return a PDF of a page or two."""
    one = made[0]
    lines = [one["title"], "", _day(one), ""]
    for part in one["body"].split("\n\n"):
        lines += [*textwrap.wrap(part, 80), ""]
    return pdf([lines[start : start + 46] for start in range(0, len(lines), 46)], one["title"])


def feed(made: Sequence[Made]) -> bytes:
    """Return a feed of these articles."""
    items = "".join(
        f"<item><title>{one['title']}</title><pubDate>{one['date']}</pubDate><description>{escape(one['body'])}</description></item>"
        for one in made
    )
    return f"<rss version='2.0'><channel><title>The Wire</title>{items}</channel></rss>".encode()


def mailbox(made: Sequence[Made]) -> bytes:
    """Return a mailbox of these articles."""
    return b"".join(
        b"From a@example.org Fri Mar 24 10:00:00 2023\n" + message([one]) + b"\n" for one in made
    )


def archive(made: Sequence[Made]) -> bytes:
    """Return a ZIP archive of pages and texts."""
    return zipped({f"{one['id']}.html": _page(one) for one in made})


def database(made: Sequence[Made]) -> bytes:
    """Return a Factiva export of these articles."""
    return "\n".join(
        f"{one['title']}\n812 words\n{_day(one)}\n{one['source']}\nLBA\nEnglish\n(c) 2023\n\n{one['body']}\n\n"
        f"Document LBA0000020230325ej3p{int(one['id']):05}\n"
        for one in made
    ).encode()


FORMATS: tuple[tuple[str, Format, int, int], ...] = (
    (".txt", text, 25, 1), (".html", page, 25, 1), (".docx", word_document, 10, 1), (".odt", open_text, 4, 1),
    (".eml", message, 10, 1), (".md", markdown, 4, 1), (".rtf", rich_text, 4, 1), (".pdf", portable, 6, 1),
    (".rss", feed, 1, 20), (".mbox", mailbox, 1, 20), (".zip", archive, 1, 20), (".factiva.txt", database, 1, 40),
)  # fmt: skip
"""Suffix, maker, files in a round, articles in a file."""


def make(folder: Path, size: int, seed: int = 17) -> int:
    """Write about `size` articles into a folder, in subfolders of some hundred; return how many."""
    source = corpus.articles(size, seed)
    written = 0
    for number, (suffix, maker, made) in enumerate(_files(source)):
        place = folder / f"{number // 200:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:05}{suffix}").write_bytes(maker(made))
        written += len(made)
    return written


def _files(source: Iterator[dict[str, object]]) -> Iterator[tuple[str, Format, Sequence[Made]]]:
    while True:
        for suffix, maker, files, articles in FORMATS:
            for _ in range(files):
                made = [{k: str(v) for k, v in one.items()} for one in islice(source, articles)]
                if not made:
                    return
                yield suffix, maker, made


def _day(one: Made) -> str:
    return f"{dt.date.fromisoformat(one['date']):%-d %B %Y}"
