"""Say what the program is made of: `python packaging/inventory.py FOLDER`.

Writes `sbom.json` (CycloneDX 1.5) and `licences/NAME.txt` for every distribution that the
requirements of `packaging/requirements.txt` install, for Python, for the fonts, and for the
libraries of the system that lie in `FOLDER/_internal`. The first line of each text is
`NAME VERSION: LICENCE`, which the window reads.
"""

from __future__ import annotations

import json
import platform
import re
import sys
import sysconfig
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from system_libraries import Owned, owners

ROOT = Path(__file__).parents[1]
REQUIREMENTS = Path(__file__).with_name("requirements.txt")
TEXTS = ROOT / "resources" / "licences"
FONTS = ROOT / "resources" / "fonts" / "OFL-1.1.txt"
LICENCE_FILE = re.compile(r"(?i)\b(licen[cs]e|copying|notice|authors)[^/]*$")
# What brings no licence text of its own: the texts that its licence names.
TEXT_OF = {"LGPL-3.0": ("LGPL-3.0.txt", "GPL-3.0.txt")}
LONGEST = 80  # characters of a licence's name; what is longer is its text


@dataclass(frozen=True)
class Part:
    """One thing the program is made of.

    Attributes:
        purl: its package URL, which names it for good.
    """

    name: str
    version: str
    licence: str
    purl: str
    text: str

    def component(self) -> dict[str, object]:
        """Return it as CycloneDX has it."""
        return {
            "type": "library",
            "name": self.name,
            "version": self.version,
            "purl": self.purl,
            "licenses": [{"license": {"name": self.licence}}],
        }


def named() -> list[str]:
    """Return the names of the pinned requirements."""
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    return [line.split("==")[0] for line in lines if re.match(r"[A-Za-z0-9]", line)]


def installed() -> list[Part]:
    """Return those of them that are installed: markers leave some out on each system."""
    found = []
    for name in named():
        try:
            found.append(of_distribution(distribution(name)))
        except PackageNotFoundError:
            continue
    return found


def of_distribution(one: Distribution) -> Part:
    """Return an installed distribution with its own licence files, one after the other."""
    files = [f for f in one.files or () if LICENCE_FILE.search(str(f)) and ".dist-info" in str(f)]
    bodies = [Path(str(f.locate())).read_text("utf-8", "replace") for f in files]
    stated, name = licence(one), str(one.metadata["Name"])
    if not bodies:
        known = next((texts for begin, texts in TEXT_OF.items() if stated.startswith(begin)), ())
        bodies = [(TEXTS / text).read_text(encoding="utf-8") for text in known]
    purl = f"pkg:pypi/{name.lower()}@{one.version}"
    return Part(name, one.version, stated, purl, "\n\n".join(bodies))


def licence(one: Distribution) -> str:
    """Return the licence a distribution states."""
    named = (one.metadata.get_all(field) or [""] for field in ("License-Expression", "License"))
    stated = next((first for first, *_ in named if first), "")
    if stated and len(stated) < LONGEST:
        return str(stated)
    kinds = one.metadata.get_all("Classifier") or []
    told = [k.rsplit(" :: ", 1)[-1] for k in kinds if k.startswith("License ::")]
    return ", ".join(told) or "see its licence file"


def python() -> Part:
    """Return Python itself."""
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    told = text.read_text("utf-8", "replace") if text.is_file() else ""
    version = platform.python_version()
    return Part("Python", version, "PSF-2.0", f"pkg:generic/python@{version}", told)


def fonts() -> Part:
    """Return the fonts in `resources/fonts`."""
    told = FONTS.read_text(encoding="utf-8")
    return Part("Inter and Noto Serif", "1", "OFL-1.1", "pkg:generic/inter-and-noto-serif", told)


def of_system(owned: Owned) -> Part:
    """Return a package of the system some of whose libraries lie in the folder."""
    licence_text = "see the copyright file below" if owned.copyright else "not known here"
    purl = f"pkg:deb/{owned.name}@{owned.version}"
    return Part(owned.name, owned.version, licence_text, purl, owned.copyright)


def main(folder: Path) -> None:
    """Write the inventory into a folder."""
    found = [*installed(), python(), fonts(), *map(of_system, owners(folder / "_internal"))]
    (folder / "licences").mkdir(parents=True, exist_ok=True)
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "components": [part.component() for part in found],
    }
    (folder / "sbom.json").write_text(json.dumps(bom, indent=1) + "\n", encoding="utf-8")
    for part in found:
        told = f"{part.name} {part.version}: {part.licence}\n\n{part.text}"
        target = folder / "licences" / f"{part.name}.txt"
        target.write_text(told.strip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
