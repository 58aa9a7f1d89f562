"""Rich Text Format (.rtf), by striprtf: small, kept, BSD, and it interprets no object or field."""

from __future__ import annotations

import re

from briefing.errors import UnreadableFile
from briefing.ingest.text.document import Document
from briefing.ingest.text.signatures import said
from briefing.phrase import phrase

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def read_rich_text(data: bytes, name: str) -> Document:
    """Return the text of an RTF document.

    Raises:
        UnreadableFile: it is no RTF document, or damaged.
    """
    from striprtf.striprtf import rtf_to_text

    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableFile(phrase("{name} is not an RTF document.", name=name))
    try:
        text: str = rtf_to_text(data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, TypeError, AttributeError, OverflowError) as error:
        raise UnreadableFile(
            phrase("{name} is damaged: {error}.", name=name, error=said(error)),
            "Get an undamaged copy.",
        ) from error
    return Document(text=_CONTROL.sub("", text), kind="rtf", encoding="rtf")
