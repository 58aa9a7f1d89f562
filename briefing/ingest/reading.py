"""From bytes to articles: format, chrome, metadata. Pure: no file is opened here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from briefing.errors import UnreadableFile
from briefing.ingest.chrome.chrome import hide_chrome
from briefing.ingest.databases.database_exports import exported_articles
from briefing.ingest.formats.feeds import split_feed
from briefing.ingest.formats.mail import read_mail, split_mail
from briefing.ingest.formats.mailboxes import split_mailbox
from briefing.ingest.formats.markdown import read_markdown
from briefing.ingest.formats.open_document import read_open_document
from briefing.ingest.formats.pages import read_page
from briefing.ingest.formats.pdf import read_pdf
from briefing.ingest.formats.plain import read_plain
from briefing.ingest.formats.rich_text import read_rich_text
from briefing.ingest.formats.word import read_word
from briefing.ingest.formats.zip_files import split_zip
from briefing.ingest.metadata.evidence import Evidence
from briefing.ingest.metadata.metadata import find_metadata
from briefing.ingest.text.document import Document, Part, Reader, Readers, Splitter
from briefing.ingest.text.fields import fields_of
from briefing.ingest.text.language import language_of
from briefing.ingest.text.lines import lines_of
from briefing.model import HiddenRange, ImportedText
from briefing.phrase import phrase

READERS: Readers = {
    ".txt": read_plain,
    ".text": read_plain,
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
    ".docx": read_word,
    ".mht": read_mail,
    ".mhtml": read_mail,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".pdf": read_pdf,
    ".rtf": read_rich_text,
    ".odt": read_open_document,
}
"""What reads each kind of file that is one article."""

SPLITTERS: Mapping[str, Splitter] = {
    ".zip": split_zip,
    ".mbox": split_mailbox,
    ".eml": split_mail,
    ".rss": split_feed,
    ".atom": split_feed,
    ".xml": split_feed,
}
"""What takes apart each kind of file that may hold several."""

CONTAINERS = frozenset({".zip", ".mbox"})
"""Suffixes of files whose size is that of many."""

EXPORTED = frozenset(
    {"", ".txt", ".text", ".rtf", ".html", ".htm", ".docx", ".pdf", ".odt", ".mht", ".mhtml"}
)
"""Suffixes of the files in which press databases hand out articles, many in one."""

SUFFIXES = frozenset({*READERS, *SPLITTERS})
"""The suffixes of the files that can be read, in small letters."""

TEXT_LIMIT = 4_000_000
"""Characters an article may have: three thick books. What is longer is no press article."""

_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")


def articles_of(data: bytes, name: str, suffix: str) -> Iterator[ImportedText | Part]:
    """Yield the articles in the bytes of a file, and the files inside it, in order.

    Args:
        data: the bytes.
        name: the file, as it is named in messages and remembered as the article's path.
        suffix: its suffix in small letters; "" is read as text.

    Raises:
        UnreadableFile: it cannot be read; the message says why and what to do.
    """
    if not data:
        raise UnreadableFile(phrase("{name} is empty.", name=name))
    try:
        for found in _documents(data, name, suffix):
            yield found if isinstance(found, Part) else _article(found, data, name)
    except RecursionError as error:
        raise UnreadableFile(
            phrase("{name} is nested deeper than any article is.", name=name)
        ) from error


def _documents(data: bytes, name: str, suffix: str) -> Iterator[Document | Part]:
    if suffix in SPLITTERS:
        for found in SPLITTERS[suffix](data, name):
            if isinstance(found, Part) or suffix != ".eml":
                yield found
            else:  # databases send their exports by mail too
                yield from exported_articles(found)
        return
    document = _reader(suffix, name)(data, name)
    if suffix in EXPORTED:
        yield from exported_articles(document)
    else:
        yield document


def _reader(suffix: str, name: str) -> Reader:
    if suffix in READERS:
        return READERS[suffix]
    if not suffix:
        return read_plain
    kinds = ", ".join(sorted(SUFFIXES))
    raise UnreadableFile(
        phrase("{name} is of a kind that is not read.", name=name),
        phrase("Read are {kinds}.", kinds=kinds),
    )


def _article(document: Document, data: bytes, name: str) -> ImportedText:
    name = f"{name}, {document.place}" if document.place else name
    if len(document.text) > TEXT_LIMIT:
        raise UnreadableFile(
            phrase(
                "{name} holds more text ({text} characters) than any article has.",
                name=name,
                text=f"{len(document.text):,}",
            ),
            "Import only the part you need.",
        )
    if not _INVISIBLE.sub("", document.text):
        raise UnreadableFile(phrase("{name} holds no text, only blanks.", name=name))
    hidden = hide_chrome(document.text, document.hidden)
    if not _INVISIBLE.sub("", _shown(document.text, hidden)):
        raise UnreadableFile(
            phrase("{name} holds no article, only menus and the like of a web page.", name=name)
        )
    return _imported(name, document.original or data, document, hidden)


def _imported(
    name: str, data: bytes, document: Document, hidden: tuple[HiddenRange, ...]
) -> ImportedText:
    text = document.text
    fields = {**fields_of(text, lines_of(text)), **document.fields}
    found = find_metadata(Evidence.of(text, hidden), fields)
    stated = fields.get("language")
    return ImportedText(
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        original=data,
        text=text,
        encoding=document.encoding,
        kind=document.kind,
        title=found.title,
        outlet=found.outlet,
        author=found.author,
        published=found.published,
        address=found.address,
        language="fr" if stated and stated.value.lower().startswith("fr") else language_of(text),
        hidden=hidden,
    )


def _shown(text: str, hidden: tuple[HiddenRange, ...]) -> str:
    pieces = []
    position = 0
    for item in hidden:
        pieces.append(text[position : item.start])
        position = item.end
    return "".join([*pieces, text[position:]])
