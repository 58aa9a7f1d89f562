"""Say what the program is made of: `python packaging/inventory.py FOLDER`.

Writes `sbom.json` (CycloneDX 1.5) and `licences/NAME.txt` for every distribution that the
requirements of `packaging/requirements.txt` install.
"""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

REQUIREMENTS = Path(__file__).with_name("requirements.txt")
LICENCE_FILE = re.compile(r"(?i)\b(licen[cs]e|copying|notice|authors)[^/]*$")


def named() -> list[str]:
    """Return the names of the pinned requirements."""
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    return [line.split("==")[0] for line in lines if re.match(r"[A-Za-z0-9]", line)]


def installed() -> list[Distribution]:
    """Return those of them that are installed: markers leave some out on each system."""
    found = []
    for name in named():
        try:
            found.append(distribution(name))
        except PackageNotFoundError:
            continue
    return found


def licence(one: Distribution) -> str:
    """Return the licence a distribution states."""
    stated = one.metadata.get("License-Expression") or one.metadata.get("License") or ""
    if stated and len(stated) < 80:
        return stated
    kinds = one.metadata.get_all("Classifier") or []
    told = [k.rsplit(" :: ", 1)[-1] for k in kinds if k.startswith("License ::")]
    return ", ".join(told) or "see its licence file"


def component(one: Distribution) -> dict[str, object]:
    """Return a distribution as CycloneDX has it."""
    name, version = one.metadata["Name"], one.version
    return {
        "type": "library",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name.lower()}@{version}",
        "licenses": [{"license": {"name": licence(one)}}],
    }


def texts(one: Distribution) -> str:
    """Return a distribution's own licence files, one after the other."""
    files = [f for f in one.files or () if LICENCE_FILE.search(str(f)) and ".dist-info" in str(f)]
    bodies = [Path(str(f.locate())).read_text("utf-8", "replace") for f in files]
    return "\n\n".join([f"{one.metadata['Name']} {one.version}: {licence(one)}", *bodies])


def main(folder: Path) -> None:
    """Write the inventory into a folder."""
    found = installed()
    (folder / "licences").mkdir(parents=True, exist_ok=True)
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "components": [component(one) for one in found],
    }
    (folder / "sbom.json").write_text(json.dumps(bom, indent=1) + "\n", encoding="utf-8")
    for one in found:
        target = folder / "licences" / f"{one.metadata['Name']}.txt"
        target.write_text(texts(one), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
