"""Where a folder is: on a disk of this machine, or on the network, where SQLite needs care."""

from __future__ import annotations

import os
import re
from pathlib import Path

from briefing.errors import LibraryError
from briefing.library.layout import DATABASE
from briefing.phrase import phrase

MOUNTS = Path("/proc/self/mounts")
_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|afs|ceph|coda|ncpfs|9p|gfs2?|ocfs2|lustre|beegfs|glusterfs"
    r"|fuse\.(sshfs|gvfsd-fuse|davfs2?|rclone|s3fs|glusterfs|curlftpfs|smbnetfs|kio-fuse)|davfs"
)
_OCTAL = re.compile(r"\\([0-7]{3})")


def refuse_unreadable(folder: Path) -> None:
    """Do nothing where a folder and the library in it may be read, or where neither is there.

    Raises:
        LibraryError: its permissions keep this user out.
    """
    file = folder / DATABASE
    open_to_all = not folder.is_dir() or os.access(folder, os.R_OK | os.X_OK)
    if open_to_all and (not file.exists() or os.access(file, os.R_OK)):
        return
    raise LibraryError(
        phrase("You may not read the library in {folder}.", folder=folder),
        "Ask its owner for the right to, or open another one.",
    )


def network_of(folder: Path) -> str:
    """Return the kind of network file system a folder is on: `nfs4`; "" for a disk of this machine.

    Known from the system's list of mounts; "" on systems that have none. SQLite's write-ahead log
    needs memory that all its users share, which a network does not give them.
    """
    if str(folder).startswith("\\\\"):
        return "a shared folder of Windows"
    kind = _kind_at(folder)
    return kind if _NETWORK.fullmatch(kind) else ""


def _kind_at(folder: Path) -> str:
    try:
        table = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
    real = folder.resolve()
    best, kind = -1, ""
    for line in table.splitlines():
        _, place, found, *_ = line.split(" ")
        mount = Path(_OCTAL.sub(lambda code: chr(int(code[1], 8)), place))
        if (
            real.is_relative_to(mount) and len(mount.parts) >= best
        ):  # the later of two hides the other
            best, kind = len(mount.parts), found
    return kind
