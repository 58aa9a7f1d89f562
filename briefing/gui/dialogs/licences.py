"""The licences of what the program is made of, as each package states them itself."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from briefing.paths import resources

_LICENCE_FILE = re.compile(r"(?i)\b(licen[cs]e|copying|notice|authors)[^/]*$")
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")
_STATED = ("License-Expression", "License")
# What brings no licence text of its own: the texts that its licence names.
_TEXTS = {"LGPL-3.0": ("LGPL-3.0.txt", "GPL-3.0.txt")}
_LONGEST = 80  # characters of a licence's name; what is longer is its text


@dataclass(frozen=True, slots=True)
class Component:
    """A package the program uses, with the text of its licence, as far as the package brings it."""

    name: str
    version: str
    licence: str
    text: str


def components(root: str = "briefing") -> tuple[Component, ...]:
    """Return what the program uses, by name: of the frozen program's folder, or as installed."""
    folder = Path(sys.executable).parent / "licences"
    if getattr(sys, "frozen", False) and folder.is_dir():
        found = map(_kept, folder.glob("*.txt"))
    else:
        found = map(_installed, _used(root))
    return tuple(sorted(found, key=lambda one: one.name.casefold()))


def _used(root: str) -> Iterator[Distribution]:
    """Yield the distributions `root` needs, and those they need, each once."""
    seen = {_plain(root)}
    todo = [root]
    while todo:
        try:
            one = distribution(todo.pop())
        except PackageNotFoundError:  # needed on another system, or with an extra, alone
            continue
        if _plain(one.metadata["Name"]) != _plain(root):
            yield one
        for line in one.requires or ():
            name = _NAME.match(line)
            if name and "extra ==" not in line and _plain(name[0]) not in seen:
                seen.add(_plain(name[0]))
                todo.append(name[0])


def _plain(name: str) -> str:
    """Return a distribution's name as all its spellings are compared."""
    return re.sub(r"[-_.]+", "-", name).casefold()


def _installed(one: Distribution) -> Component:
    files = [f for f in one.files or () if _LICENCE_FILE.search(str(f)) and ".dist-info" in str(f)]
    texts = [Path(str(f.locate())).read_text("utf-8", "replace") for f in files]
    licence = _licence(one)
    texts = texts or [
        resources().joinpath("licences", name).read_text("utf-8") for name in _named(licence)
    ]
    return Component(one.metadata["Name"], one.version, licence, "\n\n".join(texts))


def _named(licence: str) -> tuple[str, ...]:
    """Return the files in `resources/licences/` that hold the texts of a licence."""
    return next((names for begin, names in _TEXTS.items() if licence.startswith(begin)), ())


def _licence(one: Distribution) -> str:
    told = {name: (one.metadata.get_all(name) or [""])[0] for name in _STATED}
    stated = next(filter(None, told.values()), "")
    if stated and len(stated) < _LONGEST:
        return str(stated)
    kinds = one.metadata.get_all("Classifier") or []
    named = [kind.rsplit(" :: ", 1)[-1] for kind in kinds if kind.startswith("License ::")]
    return ", ".join(named)


def _kept(file: Path) -> Component:
    """Return what `packaging/inventory.py` wrote: `NAME VERSION: LICENCE`, then the texts."""
    head, _, text = file.read_text("utf-8", "replace").partition("\n")
    named, _, licence = head.partition(": ")
    name, _, version = named.rpartition(" ")
    return Component(name or file.stem, version, licence, text.strip())
