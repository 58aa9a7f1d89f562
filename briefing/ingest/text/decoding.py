"""Bytes to text: UTF-8, UTF-16 and Windows-1252, or a clear refusal; never a guess that garbles.

For Western text in one byte a letter there is no certain sign of the encoding. Statistics
(charset-normalizer) need some hundred accented letters to be right, and a press text may have
three. So such bytes are read as Windows-1252 and believed only if each letter and mark above ASCII
stands where English or French puts it; charset-normalizer then only helps to word the refusal.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from briefing.errors import UnreadableFile
from briefing.ingest.text.signatures import binary_kind
from briefing.phrase import phrase

CONTROL_SHARE = 0.002
"""Control characters, other than tab, line and page breaks, that a text may hold."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_AS_UTF8 = "Save it as UTF-8 text and import it again."
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")
_HIGH = re.compile(r"[^\x00-\x7f]")
_WESTERN_LETTERS = frozenset("àâäæçèéêëîïôöœùûüÿñáíóúãõåøßìòÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸÑÁÍÓÚÃÕÅØŠŽšž")
_WESTERN_MARKS = frozenset("\xa0“”‘’‚„–—…«»‹›€£¥¢§©®™°º²³¹·•¼½¾×±†‡´`¿¡\xad")
_INSIDE_WORD = re.compile(r"[a-zà-ÿ](?P<mark>[À-ÞŠŒŽŸ£¥¢§©®¼½¾×±†‡¿¡«»¹²³„‚])[a-zà-ÿ]")


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of the bytes and how it was encoded: `utf-8`, `utf-16`, `cp1252`, `latin-1`.

    Line ends stay as they are; a byte order mark is left out.

    Args:
        data: the bytes of a text file.
        name: the file, as it is named in messages.

    Raises:
        UnreadableFile: the bytes are no text, or in an encoding that cannot be told.
    """
    if kind := binary_kind(data):
        raise UnreadableFile(
            phrase("{name} is {kind}, not a text file.", name=name, kind=phrase(kind)),
            "Export its text and import that.",
        )
    for bom, codec, encoding in _BOMS:
        if data.startswith(bom):
            return _checked(_strict(data[len(bom) :], codec, encoding, name), name), encoding
    if codec := _utf16_without_bom(data):
        return _checked(_strict(data, codec, "utf-16", name), name), "utf-16"
    try:
        text, encoding = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise _binary(name) from error
        text, encoding = _western(data, name, error)
    return _checked(text, name), encoding


def _strict(data: bytes, codec: str, encoding: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            phrase(
                "{name} starts as {encoding} text, but it is damaged at byte {start}.",
                name=name,
                encoding=encoding.upper(),
                start=f"{error.start:,}",
            ),
            "Get an undamaged copy.",
        ) from error


def _utf16_without_bom(data: bytes) -> str:
    """The codec of UTF-16 text: in Western text every other byte is zero."""
    sample = data[:4000]
    if len(data) % 2 or len(sample) < 4 or b"\0" not in sample:
        return ""
    pairs = len(sample) // 2
    low, high = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if high > 0.7 and low < 0.02:
        return "utf-16-le"
    return "utf-16-be" if low > 0.7 and high < 0.02 else ""


def _checked(text: str, name: str) -> str:
    position = text.find("\0")
    controls = len(_CONTROL.findall(text))
    if controls and controls > CONTROL_SHARE * len(text) + (position < 0):
        raise _binary(name)
    if position >= 0:
        raise UnreadableFile(
            phrase(
                "{name} holds a NUL character at position {position}, which no text has.",
                name=name,
                position=f"{position:,}",
            ),
            "Get an undamaged copy, or remove it in a text editor.",
        )
    return text


def _binary(name: str) -> UnreadableFile:
    return UnreadableFile(
        phrase(
            "{name} is not text: it holds control bytes as programs and pictures do.", name=name
        ),
        "Export its text and import that.",
    )


def _western(data: bytes, name: str, error: UnicodeDecodeError) -> tuple[str, str]:
    multibyte = len(_MULTIBYTE.findall(data))
    damaged = len(_HIGH.findall(data.decode("utf-8", "replace"))) - multibyte
    if multibyte > 2 * max(damaged, 1):
        raise UnreadableFile(
            phrase(
                "{name} is UTF-8 text, but it is damaged at byte {start}.",
                name=name,
                start=f"{error.start:,}",
            ),
            "Get an undamaged copy.",
        ) from error
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if text and _reads_as_western(text):
        return text, "cp1252" if re.search(rb"[\x80-\x9f]", data) else "latin-1"
    raise UnreadableFile(
        phrase("{name} is in {encoding}, which is not read.", name=name, encoding=_likely(data)),
        _AS_UTF8,
    ) from error


def _reads_as_western(text: str) -> bool:
    high = _HIGH.findall(text)
    letters = sum(unicodedata.category(mark).startswith("L") for mark in high)
    known = sum(mark in _WESTERN_LETTERS or mark in _WESTERN_MARKS for mark in high)
    misplaced = len(_INSIDE_WORD.findall(text))
    ascii_letters = sum(letter.isascii() and letter.isalpha() for letter in text)
    return (
        known >= 0.98 * len(high)
        and letters <= 0.25 * max(ascii_letters, 4)
        and misplaced <= 0.05 * len(high)
    )


def _likely(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:20_000]).best()
    if best is None or best.encoding in {"ascii", "utf_8", "cp1252", "latin_1"}:
        return phrase("an encoding that cannot be told")
    return phrase(
        "another encoding (it may be {encoding})", encoding=best.encoding.replace("_", "-")
    )
