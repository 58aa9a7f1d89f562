"""Mail messages (.eml) and pages saved as mail archives (.mhtml): the text, subject, sender, date.

The standard library's email package is used: it is kept with Python and follows the present RFCs.
Attachments are not read; they can be imported as files of their own.
"""

from __future__ import annotations

from email import policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser

from briefing.errors import UnreadableFile
from briefing.ingest.dates import iso_date
from briefing.ingest.document import Document
from briefing.ingest.fields import Fields
from briefing.ingest.pages import document_of
from briefing.model import Stated

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


def read_mail(data: bytes, name: str) -> Document:
    """Return the text of a message: its plain part, or else its HTML part read as a page.

    Raises:
        UnreadableFile: it is no message, or has no part with text.
    """
    message = _parsed(data, name)
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise UnreadableFile(f"{name} holds no part with text.", "Import its attachments instead.")
    text = _content(part, name)
    page = None
    if part.get_content_type() == "text/html":
        page = document_of(text, name, "mail")
        text = page.text
    saved_page = (
        page is not None and message["from"] is not None and "Saved by" in str(message["from"])
    )
    fields: Fields = {} if saved_page else _fields(message)
    return Document(
        text=text.replace("\x00", ""),
        kind="html" if saved_page else "mail",
        encoding=part.get_content_charset("utf-8"),
        fields={**(page.fields if page else {}), **fields},
        hidden=page.hidden if page else (),
    )


def _parsed(data: bytes, name: str) -> EmailMessage:
    try:
        message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(data)
    except (
        MessageError,
        ValueError,
        IndexError,
        AttributeError,
        TypeError,
        RecursionError,
    ) as error:
        raise UnreadableFile(f"{name} is not a mail message that can be read.") from error
    if sum(header in message for header in HEADERS) < 2:
        raise UnreadableFile(f"{name} is not a mail message: it has no sender, date or subject.")
    return message


def _content(part: MIMEPart, name: str) -> str:
    try:
        content = part.get_content()
    except (LookupError, ValueError, TypeError) as error:
        raise UnreadableFile(f"{name} is in an encoding that is not known: {error}.") from error
    return content if isinstance(content, str) else ""


def _fields(message: EmailMessage) -> Fields:
    found: dict[str, Stated] = {}
    for field, header in (("title", "subject"), ("author", "from"), ("published", "date")):
        value = _header(message, header)
        if value and (field != "published" or iso_date(value)):
            found[field] = Stated(value, f"the field “{header.title()}” of the message")
    return found


def _header(message: EmailMessage, header: str) -> str:
    try:
        value = message[header]
        addresses = getattr(value, "addresses", None)
        if addresses:
            value = addresses[0].display_name or addresses[0].addr_spec
    except (ValueError, IndexError, AttributeError, TypeError):
        # Some malformed headers make the standard library fail; the message itself is readable.
        return ""
    return " ".join(str(value or "").split())
