"""Which Whoosh is installed: several distributions own the folder `whoosh/`, one may be there."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

from briefing.errors import BriefingError
from briefing.phrase import phrase

DISTRIBUTIONS = ("whoosh3", "Whoosh", "Whoosh-Reloaded", "whoosh-ng", "whoosh-novo", "Whoosh-Fork")


def installed(names: Iterable[str] = DISTRIBUTIONS) -> tuple[str, ...]:
    """Return those of the distributions that are installed, as `name version`."""
    found = []
    for name in names:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue  # the answer, not a failure
    return tuple(found)


def check_installation(found: tuple[str, ...]) -> None:
    """Raise BriefingError if more than one distribution has written into `whoosh/`."""
    if len(found) > 1:
        raise BriefingError(
            phrase(
                "Searching is off: {found} are installed over each other.",
                found=" and ".join(found),
            ),
            "Uninstall all of them, then install whoosh3 alone.",
        )
