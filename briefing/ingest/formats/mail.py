"""Mail messages (.eml) and pages saved as mail archives (.mhtml): the text, subject, sender, date.

The standard library's email package is used, with its older, plainer policy: the newer one parses
each header by its whole grammar, which took minutes on a header of 100 KB made for that.
Messages and readable files attached to a message are files of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr
from pathlib import PurePath

from briefing.errors import UnreadableFile
from briefing.ingest.formats.newsletters import articles_in, headlines_of_page, headlines_of_plain
from briefing.ingest.formats.pages import document_of
from briefing.ingest.text.dates import iso_date
from briefing.ingest.text.decoding import decode
from briefing.ingest.text.document import Document, Part
from briefing.ingest.text.fields import Fields
from briefing.ingest.text.signatures import printable
from briefing.model import Stated
from briefing.phrase import phrase

HEADERS = (
    "from",
    "date",
    "subject",
    "mime-version",
    "content-type",
    "received",
    "to",
    "message-id",
)
"""Header fields, two of which a mail message has at least."""

HEADER_LIMIT = 1_000
"""Characters of a header that are looked at; a subject has some dozens."""

_CHARSET_SHOWN = (
    40  # characters of an unknown encoding's name; a broken one may hold half a message
)


ATTACHED = frozenset({".pdf", ".docx", ".odt", ".rtf", ".html", ".htm", ".mht", ".mhtml", ".eml"})
"""Suffixes of attachments that are read; a plain text attached is most often a signature."""

LIST_HEADERS = ("list-unsubscribe", "list-id", "list-post", "x-campaign")
"""Header fields, one of which every newsletter has."""


def read_mail(data: bytes, name: str) -> Document:
    """Return the text of a message: its plain part, or else its HTML part read as a page.

    Raises:
        UnreadableFile: it is no message, or has no part with text.
    """
    document = _text_of(_parsed(data, name), name)
    if document is None:
        raise UnreadableFile(
            phrase("{name} holds no part with text.", name=name), "Import its attachments instead."
        )
    return document


def split_mail(data: bytes, name: str) -> Iterator[Document | Part]:
    """Yield the text of a message, a newsletter's articles one by one, and what is attached to it.

    What is attached to a message without a text of its own is what the message was sent for.

    Raises:
        UnreadableFile: it is no message, or holds nothing that can be read.
    """
    message = _parsed(data, name)
    document = _text_of(message, name)
    attached = list(_attached(message))
    if document is None and not attached:
        raise UnreadableFile(
            phrase("{name} holds no part with text.", name=name), "Import its attachments instead."
        )
    carrier = document is None or not document.text.strip()
    if document is not None and any(header in message for header in LIST_HEADERS):
        yield from _letter(message, document, name)
    elif document is not None and (not carrier or not attached):
        yield document
    yield from (replace(part, attached=not carrier) for part in attached)


def _letter(message: Message, document: Document, name: str) -> Iterator[Document]:
    part = _body(message, "text/html")
    found: list[Document] = []
    if part is not None:  # headlines are marked there, which plain parts leave out
        markup, encoding = _content(part, name)
        page = document_of(markup, name, encoding)
        whole = replace(document, text=page.text, hidden=page.hidden)
        found = list(articles_in(whole, headlines_of_page(markup)))
    if len(found) > 1:
        yield from found
    else:
        yield from articles_in(document, headlines_of_plain(document.text))


def _text_of(message: Message, name: str) -> Document | None:
    part = _body(message, "text/plain") or _body(message, "text/html")
    if part is None:
        return None
    text, encoding = _content(part, name)
    if part.get_content_type() == "text/plain":
        return Document(text=text, kind="mail", encoding=encoding, fields=_fields(message))
    page = document_of(text, name, encoding)
    saved = "saved by" in str(message.get("from", "")).lower()
    return Document(
        text=page.text,
        kind="html" if saved else "mail",
        encoding=encoding,
        fields=page.fields if saved else _fields(message),
        hidden=page.hidden,
    )


def _attached(message: Message) -> Iterator[Part]:
    number = 0
    for part in _parts(message):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload() if part.is_multipart() else None
            number += 1
            if isinstance(inner, list) and inner and isinstance(inner[0], Message):
                yield Part(f"message {number} in it", ".eml", inner[0].as_bytes())
            continue
        file = printable(str(part.get_filename() or ""))
        suffix = PurePath(file).suffix.lower()
        payload = part.get_payload(decode=True) if suffix in ATTACHED else None
        if isinstance(payload, bytes) and payload:
            yield Part(f"attached {file}", suffix, payload)


def _parts(message: Message) -> Iterator[Message]:
    """All parts in order, those of attached messages left out."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        yield part
        # Only of parts with parts: of others the payload is decoded, by whatever name they give.
        inner = part.get_payload() if part.is_multipart() else None
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting += [one for one in reversed(inner) if isinstance(one, Message)]


def _parsed(data: bytes, name: str) -> Message:
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(data)
    except (MessageError, ValueError, IndexError, AttributeError, TypeError) as error:
        raise UnreadableFile(
            phrase("{name} is not a mail message that can be read.", name=name)
        ) from error
    if sum(header in message for header in HEADERS) < 2:
        raise UnreadableFile(
            phrase("{name} is not a mail message: it has no sender, date or subject.", name=name)
        )
    return message


def _body(message: Message, kind: str) -> Message | None:
    for part in _parts(message):
        attached = part.get_content_disposition() == "attachment"
        if part.get_content_type() == kind and not part.is_multipart() and not attached:
            return part
    return None


def _content(part: Message, name: str) -> tuple[str, str]:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset("utf-8")
    try:
        return data.decode(charset).replace("\0", ""), charset
    except LookupError as error:
        raise UnreadableFile(
            phrase(
                "{name} is in the encoding {charset}, which is not known.",
                name=name,
                charset=" ".join(charset.split())[:_CHARSET_SHOWN],
            )
        ) from error
    except (UnicodeDecodeError, ValueError):
        # Many programs declare one encoding and write another.
        return decode(data, name)


def _fields(message: Message) -> Fields:
    found: dict[str, Stated] = {}
    for field, header in (("title", "subject"), ("author", "from"), ("published", "date")):
        value = _header(message, header)
        if value and (field != "published" or iso_date(value)):
            found[field] = Stated(value, f"the field “{header.title()}” of the message")
    return found


def _decoded_header(message: Message, header: str) -> str:
    """The words of a header field, encoded as the rules have it or written as they are."""
    raw = next((str(v) for name, v in message.raw_items() if name.lower() == header), "")
    # The parser keeps what is not ASCII as one surrogate a byte.
    written = raw[:HEADER_LIMIT].encode("utf-8", "surrogateescape")
    try:
        plain = written.decode("utf-8")
    except UnicodeDecodeError:
        plain = written.decode("cp1252", "replace")
    return str(make_header(decode_header(plain)))


def _header(message: Message, header: str) -> str:
    try:
        value = _decoded_header(message, header)
        if header == "from":
            display, address = parseaddr(value)
            value = display or address
    except (MessageError, LookupError, ValueError, TypeError, RecursionError):
        # A malformed header tells nothing; the message itself is readable.
        return ""
    return " ".join(value.encode("utf-8", "replace").decode("utf-8").split())
