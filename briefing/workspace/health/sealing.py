"""The key that the user's own search indexes are sealed with.

Opening an index runs what is in it. A library passed on by somebody may hold one made to harm; it
bears no seal of this key, so it is made anew instead of being opened.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from briefing.library.unfinished import give_name

NAME = "index.key"
_SIZE = 32  # bytes


def key_in(config: Path) -> bytes:
    """Return the key kept in the config folder, made at the first call.

    Where it cannot be kept, each run of the program has one of its own, and makes its index anew.
    """
    path = config / NAME
    known = _read(path)
    if known:
        return known
    made = secrets.token_bytes(_SIZE)
    try:
        _keep(path, made)
    except OSError:
        return made
    return _read(path) or made  # another program may have been quicker


def _read(path: Path) -> bytes:
    try:
        found = path.read_bytes()
    except OSError:
        return b""
    return found if len(found) == _SIZE else b""


def _keep(path: Path, key: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{NAME}-{secrets.token_hex(4)}")
    number = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        if _read(path) or not path.exists():
            give_name(draft, path)
        else:  # what is there is no key
            os.replace(draft, path)  # noqa: PTH105 - says that it is atomic
    except FileExistsError:
        return  # another program was quicker: its key is as good
    finally:
        draft.unlink(missing_ok=True)
