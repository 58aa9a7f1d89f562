"""The templates there are: the program's, and over them those the user copied and changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from briefing.errors import BadResource, BadValue, BriefingError
from briefing.export.language.headings import headings
from briefing.export.outlines.layout import Layout
from briefing.export.parts.plan import Plan, PlanReader
from briefing.paths import resource_text, resources
from briefing.phrase import phrase

DEFAULT = "leaders-meeting"
_LAYOUT = "briefing"
_TABLES = frozenset(
    {"counterparts", "expansions", "expansions-fr", "scenario"}
)  # tables the sections use, not plans
_NAME = re.compile(r"[A-Za-z0-9][\w-]*")
_FILE = re.compile(r"[A-Za-z0-9][\w.-]*\.md\.j2")


class Templates:
    """Plans (`NAME.yaml`: which sections, in which order) and layouts (`NAME.md.j2`: the Markdown).

    A plan without a layout of its name is laid out by `briefing.md.j2`.

    Args:
        user: folder of the user's own templates, which go before those of the program; it need
            not be there.
    """

    def __init__(self, user: Path | None = None) -> None:
        self._user = user

    def names(self) -> tuple[str, ...]:
        """Return the names of the plans there are, in order."""
        built_in = [item.name for item in resources().joinpath("templates").iterdir()]
        folder = self._user
        own = [item.name for item in folder.iterdir()] if folder and folder.is_dir() else []
        plans = {name.removesuffix(".yaml") for name in built_in + own if name.endswith(".yaml")}
        return tuple(sorted(name for name in plans - _TABLES if _NAME.fullmatch(name)))

    def plan(self, name: str) -> Plan:
        """Return the plan of that name.

        Raises:
            BadValue: there is none of that name.
            BadResource: it is malformed; file and line are named.
        """
        if name not in self.names():
            raise BadValue(
                phrase("There is no briefing profile {name}.", name=repr(name)),
                phrase("Use {join}.", join=", ".join(self.names())),
            )
        base = PlanReader(DEFAULT, f"templates/{DEFAULT}.yaml", parts=_parts(), limits=None)
        limits = base.read(resource_text(f"templates/{DEFAULT}.yaml")).limits
        text, where = self._read(f"{name}.yaml")
        return PlanReader(name, where, parts=_parts(), limits=limits).read(text)

    def layout(self, name: str) -> Layout:
        """Return the layout of the plan of that name. Raises BadResource with file and line."""
        own = f"{name}.md.j2"
        return Layout(own if self._is_there(own) else f"{_LAYOUT}.md.j2", self._source)

    def copy(self, name: str) -> tuple[Path, ...]:
        """Copy a plan and its layout into the user's folder, to be changed; return the files.

        A file that is there already is left as it is.

        Raises:
            BadValue: there is no plan of that name.
            BriefingError: the folder cannot be written.
        """
        self.plan(name)
        if self._user is None:
            raise BriefingError("There is no folder for templates of your own.")
        copied = []
        for source, target in ((f"{name}.yaml", f"{name}.yaml"), (f"{_LAYOUT}.md.j2",) * 2):
            path = self._user / target
            try:
                self._user.mkdir(parents=True, exist_ok=True)
                if not path.exists():
                    path.write_text(resource_text(f"templates/{source}"), encoding="utf-8")
            except OSError as error:
                raise BriefingError(
                    phrase(
                        "{path} cannot be written ({strerror}).", path=path, strerror=error.strerror
                    )
                ) from error
            copied.append(path)
        return tuple(copied)

    def _is_there(self, file: str) -> bool:
        if not _FILE.fullmatch(file):  # a template may name another, but nothing elsewhere on disk
            return False
        return bool(self._user and (self._user / file).is_file()) or (
            resources().joinpath("templates", file).is_file()
        )

    def _source(self, file: str) -> tuple[str, str] | None:
        return self._read(file) if self._is_there(file) else None

    def _read(self, file: str) -> tuple[str, str]:
        """Return the text of a template and what errors call it; the user's own goes first."""
        own = self._user / file if self._user else None
        where = str(own) if own and own.is_file() else f"templates/{file}"
        try:
            if own and own.is_file():
                return own.read_text(encoding="utf-8"), where
            return resource_text(where), where
        except (OSError, UnicodeDecodeError) as error:
            raise BadResource(
                phrase("{path} cannot be read: {error}.", path=where, error=error)
            ) from error


def profiles() -> tuple[str, ...]:
    """Return the names of the plans of the program, in order."""
    return Templates().names()


def _parts() -> Iterable[str]:
    return [key for key in headings("en").sections if key not in ("kept",)]
