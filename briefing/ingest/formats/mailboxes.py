"""Mailboxes (.mbox): each message is a file of its own.

Messages are cut at the `From ` lines that mail programs write between them, after RFC 4155; the
standard library's mailbox module works on files on disk and locks them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.errors import UnreadableFile
from briefing.ingest.text.document import Part
from briefing.phrase import phrase

_START = re.compile(rb"(?:\A|\r?\n\r?\n)From [^\r\n]{0,200}\d{4}[^\r\n]{0,20}\r?\n")
_QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def split_mailbox(data: bytes, name: str) -> Iterator[Part]:
    """Yield the messages of a mailbox, in order.

    Raises:
        UnreadableFile: it is no mailbox.
    """
    starts = list(_START.finditer(data))
    if not starts or starts[0].start() > 0:
        raise UnreadableFile(
            phrase("{name} is not a mailbox: it does not start with a “From” line.", name=name)
        )
    ends = [match.start() for match in starts[1:]] + [len(data)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        message = _QUOTED.sub(b"", data[start.end() : end])
        if message.strip():
            yield Part(f"message {number}", ".eml", message)
