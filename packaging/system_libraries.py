"""Which packages of Debian the libraries of a frozen folder come from."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Owned:
    """A package of the system, and what its copyright file says."""

    name: str
    version: str
    copyright: str


def owners(folder: Path) -> list[Owned]:
    """Return the packages whose libraries lie in `folder` under their own names, by name.

    None where there is no such folder, or no dpkg to ask: then nothing of Debian's is in it.
    """
    if not (folder.is_dir() and shutil.which("dpkg-query")):
        return []
    found = [file.name for file in folder.glob("lib*.so*") if not file.is_symlink()]
    files = [f"*/{name}" for name in found if not name.startswith("libpython")]  # it is our own
    if not files:
        return []
    told = _ask(["--search", *files])
    names = sorted({line.split(":")[0] for line in told.splitlines() if not line.startswith("div")})
    return [_owned(name) for name in names]


def _owned(name: str) -> Owned:
    version = _ask(["--show", "--showformat=${Version}\\n", name]).split("\n")[0]
    text = Path("/usr/share/doc") / name / "copyright"
    return Owned(name, version, text.read_text("utf-8", "replace") if text.is_file() else "")


def _ask(arguments: list[str]) -> str:
    # A library that no package owns makes dpkg fail, and tells of the others none the less.
    done = subprocess.run(["dpkg-query", *arguments], capture_output=True, text=True, check=False)
    return done.stdout
