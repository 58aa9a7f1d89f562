"""A file of named arrays, mapped into memory: what every segment of the index is kept in.

    bytes 0-7    `BRIEFSEG`
    bytes 8-11   length of the head in bytes, little-endian
    from 64      the arrays, little-endian, each beginning at a multiple of 64
    at the end   the head, JSON: {"arrays": {name: [dtype, length, offset]}, "numbers": {name: n}}

Offsets count from the beginning of the file. A file is written once and never changed; that it is
whole is the business of the manifest.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

_MAGIC = b"BRIEFSEG"
_ALIGNED = 64


class ArrayFile:
    """The arrays of a file, read where they lie; pages come from the disk when they are touched.

    Raises:
        ValueError: if the file is not one of ours.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if mapped[:8] != _MAGIC:
            raise ValueError(f"{path.name} is not a segment")
        size = int.from_bytes(mapped[8:12], "little")
        head = json.loads(mapped[len(mapped) - size :])
        self._mapped = mapped
        self._arrays: dict[str, tuple[str, int, int]] = head["arrays"]
        self.numbers: dict[str, int] = head["numbers"]

    def __contains__(self, name: str) -> bool:
        return name in self._arrays

    def __getitem__(self, name: str) -> Array:
        dtype, length, offset = self._arrays[name]
        if not length:
            return np.empty(0, dtype)
        return np.frombuffer(self._mapped, dtype, length, offset)

    def release(self) -> None:
        """Let the system take back the pages read so far; they are read again when touched."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._mapped.madvise(mmap.MADV_DONTNEED)


class ArrayDraft:
    """A file of arrays being written; arrays may be filled piece by piece, in any order.

    Args:
        path: where it will be.
        layout: by name: dtype and length of each array.
        numbers: single numbers to keep beside the arrays.
    """

    def __init__(
        self, path: Path, layout: Mapping[str, tuple[str, int]], numbers: Mapping[str, int]
    ) -> None:
        self._places: dict[str, tuple[np.dtype[Any], int]] = {}
        self._arrays: dict[str, tuple[str, int, int]] = {}
        self._numbers = dict(numbers)
        self._end = _ALIGNED
        for name, (kind, length) in layout.items():
            self._place(name, np.dtype(kind).newbyteorder("<"), length)
        self._file = path.open("wb")
        self._file.write(_MAGIC)

    def put(self, name: str, values: Array, at: int = 0) -> None:
        """Write values into an array, from its element `at` on."""
        dtype, offset = self._places[name]
        self._file.seek(offset + at * dtype.itemsize)
        self._file.write(np.ascontiguousarray(values, dtype).data)

    def add(self, name: str, values: Array) -> None:
        """Write a whole array whose length was not known before."""
        self._place(name, values.dtype.newbyteorder("<"), len(values))
        self.put(name, values)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._file:
            if error is None:
                self._write_head()

    def _place(self, name: str, dtype: np.dtype[Any], length: int) -> None:
        self._places[name] = dtype, self._end
        self._arrays[name] = dtype.str, length, self._end
        self._end = _rounded(self._end + dtype.itemsize * length)

    def _write_head(self) -> None:
        head = json.dumps({"arrays": self._arrays, "numbers": self._numbers}).encode()
        self._file.seek(self._end)
        self._file.write(head)
        self._file.seek(len(_MAGIC))
        self._file.write(len(head).to_bytes(4, "little"))


def smallest(most: int) -> str:
    """Return the dtype of the least size that holds numbers from 0 to `most`."""
    return "u1" if most < 1 << 8 else "u2" if most < 1 << 16 else "u4" if most < 1 << 32 else "u8"


def _rounded(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
