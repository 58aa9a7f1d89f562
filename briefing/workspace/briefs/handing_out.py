"""Original files copied out of the library under the names they came with, for another program."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePath

from briefing.library import Library

LONGEST = 180  # bytes of a name in UTF-8, so that a number beside it still fits on any disk
_REFUSED = frozenset('\\/:*?"<>|')


def hand_out(library: Library, articles: Iterable[int], folder: Path) -> tuple[Path, ...]:
    """Copy the original files of articles into a folder, and return the copies in that order.

    Args:
        library: has the articles.
        articles: their ids.
        folder: is there already; of two files of one name in it the second gets a number.

    Raises:
        NotFound: an article or its file is not in the library.
        LibraryDamaged: the bytes of a file were changed.
        StorageFull, BriefingError: a copy cannot be written.
    """
    from briefing.export import write_file  # opening a library needs none of it

    made: list[Path] = []
    for number in articles:
        with library.reading() as session:
            article = session.articles.get(number)
        path = _free(folder, safe_name(article.file_name) or f"article-{article.id}")
        write_file(path, library.original(article.sha256))
        made.append(path)
    return tuple(made)


def safe_name(name: str) -> str:
    """Return a file name without what a desktop forbids or hides in one; "" where nothing is left.

    Names come along with bundles of strangers: one that is no name of a file in a folder, begins
    with a dot, or turns the direction of reading, is not handed to a file manager.
    """
    words = unicodedata.normalize("NFC", PurePath(name).name)
    kept = "".join("_" if c in _REFUSED else c for c in words if unicodedata.category(c)[0] != "C")
    kept = kept.strip(" .")
    stem, dot, suffix = kept.rpartition(".")
    if not dot or len(suffix.encode()) > 10:
        stem, suffix = kept, ""
    room = LONGEST - len(dot + suffix)
    short = stem.encode()[:room].decode(errors="ignore").rstrip(" .")
    return f"{short}.{suffix}" if suffix else short


def _free(folder: Path, name: str) -> Path:
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{PurePath(name).stem} ({number}){PurePath(name).suffix}"
    return path
