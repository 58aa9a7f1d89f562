"""What parent and child tell each other while reading: JSON heads with bytes behind them.

No pickles: the child reads what strangers wrote, so nothing it says is more than plain values, and
each is checked here before it is believed.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from briefing.ingest.text.document import Part
from briefing.model import HiddenRange, ImportedText, Stated
from briefing.phrase import from_plain

_SIZES = struct.Struct(">II")
_STATED = ("title", "outlet", "author", "published", "address")
_TEXTS = ("path", "sha256", "text", "encoding", "kind", "language")


class BadFrame(Exception):
    """The other side said something that is no frame."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message: plain values, bytes, and how many bytes it was in all."""

    head: Mapping[str, Any]
    payload: bytes = field(default=b"", repr=False)
    size: int = 0


def write_frame(stream: BinaryIO, head: Mapping[str, Any], payload: bytes = b"") -> None:
    """Write one frame and flush it."""
    told = json.dumps(head).encode("ascii")
    stream.write(_SIZES.pack(len(told), len(payload)))
    stream.write(told)
    stream.write(payload)
    stream.flush()


def read_frame(stream: BinaryIO, limit: int) -> Frame | None:
    """Read one frame of at most `limit` bytes; None where the stream ends before it.

    Raises:
        BadFrame: it is larger, cut off, or no frame at all.
    """
    sizes = stream.read(_SIZES.size)
    if not sizes:
        return None
    if len(sizes) < _SIZES.size:
        raise BadFrame("a frame is cut off")
    told, carried = _SIZES.unpack(sizes)
    if told + carried > limit:
        raise BadFrame("a frame is too large")
    content = stream.read(told + carried)
    if len(content) < told + carried:
        raise BadFrame("a frame is cut off")
    try:
        head = json.loads(content[:told])
    except (ValueError, RecursionError) as error:
        raise BadFrame("a frame is no JSON") from error
    if not isinstance(head, dict):
        raise BadFrame("a frame has no fields")
    return Frame(head, content[told:], told + carried)


def of_article(article: ImportedText) -> dict[str, Any]:
    """Return an article as plain values; its original is not among them."""
    stated = {name: getattr(article, name) for name in _STATED}
    return {
        "article": {
            **{name: getattr(article, name) for name in _TEXTS},
            **{name: [s.value, s.reason] if s else None for name, s in stated.items()},
            "hidden": [[h.start, h.end, h.rule] for h in article.hidden],
        }
    }


def article_of(frame: Frame, original: bytes) -> ImportedText:
    """Return the article a frame tells, each value checked.

    Args:
        frame: the frame; its bytes are the original where it has any.
        original: the bytes of the file, for an article that is the whole file.

    Raises:
        BadFrame: a value is missing, of another kind, or points outside the text.
    """
    told = frame.head.get("article")
    if not isinstance(told, dict) or any(not isinstance(told.get(n), str) for n in _TEXTS):
        raise BadFrame("an article without its text")
    try:
        told["text"].encode("utf-8")
        return ImportedText(
            **{name: told[name] for name in _TEXTS},
            title=_stated(told.get("title")),
            outlet=_stated(told.get("outlet")),
            author=_stated(told.get("author")),
            published=_stated(told.get("published")),
            address=_stated(told.get("address")),
            original=frame.payload or original,
            hidden=_ranges(told.get("hidden"), len(told["text"])),
        )
    except (TypeError, ValueError) as error:
        raise BadFrame("an article with a value that is none") from error


def part_of(frame: Frame) -> Part:
    """Return the file inside a file that a frame tells; raises BadFrame."""
    told = frame.head.get("part")
    match told:
        case [str(place), str(suffix), refusal]:
            attached = frame.head.get("attached") is True
            return Part(place, suffix, frame.payload, _words(refusal), attached)
        case _:
            raise BadFrame("a part without a name")


def _words(told: Any) -> str:
    try:
        return from_plain(told)
    except (ValueError, RecursionError) as error:
        raise BadFrame("words that are none") from error


def _stated(told: Any) -> Stated | None:
    if told is None:
        return None
    value, reason = told
    if not isinstance(value, str) or not isinstance(reason, str):
        raise TypeError("a stated value is text")
    return Stated(value, reason)


def _ranges(told: Any, length: int) -> tuple[HiddenRange, ...]:
    ranges = []
    position = 0
    for start, end, rule in told:
        if not (isinstance(start, int) and isinstance(end, int) and isinstance(rule, str)):
            raise TypeError("a range is two numbers and a rule")
        if not position <= start <= end <= length:
            raise ValueError("a range outside the text")
        ranges.append(HiddenRange(start, end, rule))
        position = end
    return tuple(ranges)
