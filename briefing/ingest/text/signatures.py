"""What strangers’ files and names are, told so that a message can show it."""

from __future__ import annotations

_SIGNATURES = (
    (0, b"%PDF-", "a PDF document"),
    (0, b"PK\x03\x04", "a ZIP archive or office document"),
    (0, b"PK\x05\x06", "an empty ZIP archive"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF87a", "a GIF picture"),
    (0, b"GIF89a", "a GIF picture"),
    (8, b"WEBP", "a WebP picture"),
    (8, b"WAVE", "a sound recording"),
    (0, b"II*\x00", "a TIFF picture"),
    (0, b"MM\x00*", "a TIFF picture"),
    (0, b"BM", "a bitmap picture"),
    (4, b"ftypheic", "a HEIC picture"),
    (4, b"ftypavif", "an AVIF picture"),
    (4, b"ftyp", "a video"),
    (0, b"ID3", "a sound recording"),
    (0, b"OggS", "a sound recording"),
    (0, b"fLaC", "a sound recording"),
    (0, b"\x1a\x45\xdf\xa3", "a video"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ", "a Windows program"),
    (0, b"\xcf\xfa\xed\xfe", "a program"),
    (0, b"\xca\xfe\xba\xbe", "a program"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"bplist00", "a property list"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"\x00\x01\x00\x00\x00", "a font"),
    (0, b"\x00asm", "a WebAssembly module"),
)

_LETTERS_ONLY = frozenset({b"BM", b"MZ", b"BZh", b"ID3"})
"""Signatures a text could start with; they count only where bytes below follow that no text has."""


def binary_kind(data: bytes) -> str:
    """Return what the bytes are, with its article (`a PDF document`), or "" where nothing tells."""
    for offset, magic, kind in _SIGNATURES:
        if data.startswith(magic, offset):
            if magic in _LETTERS_ONLY and b"\x00" not in data[:512]:
                continue
            return kind
    return ""


def printable(name: str) -> str:
    """Return a name from inside a file as it can be shown: invisible characters as a box."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)[:200]


def said(error: Exception) -> str:
    """Return what an error of a library says, on one line, without what cannot be shown."""
    words = " ".join(printable(" ".join(str(error).split())).split())[:120].rstrip(". ")
    return words or type(error).__name__
