"""What every command is handed: where the library is, how to answer, how to open things."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

import click

from briefing.errors import LibraryMissing, ReadOnly, StorageFull
from briefing.paths import Paths
from briefing.settings import Settings

if TYPE_CHECKING:
    from briefing.workspace import Workspace


class OpenWindow(Protocol):
    """Opens the window and returns the exit code once it is closed; given by `__main__`."""

    def __call__(self, library: Path | None, files: Sequence[Path]) -> int:
        """Show a library (None: the one of the user), importing `files` into it."""


class OpenWorkspace(Protocol):
    """Opens the library in a folder, as `briefing.workspace.open_workspace` does."""

    def __call__(
        self, folder: Path, paths: Paths, settings: Settings, *, create: bool, read_only: bool
    ) -> Workspace:
        """Return the workspace over the library in `folder`."""


def open_real_workspace(
    folder: Path, paths: Paths, settings: Settings, *, create: bool, read_only: bool
) -> Workspace:
    """Open the library in `folder`; the packages behind it are loaded only now."""
    from briefing.workspace import open_workspace

    return open_workspace(folder, paths, settings, create=create, read_only=read_only)


@dataclass(frozen=True, kw_only=True)
class Start:
    """What the program is started with.

    Attributes:
        paths: the folders of the user; None to ask the desktop for them.
    """

    open_window: OpenWindow
    open_workspace: OpenWorkspace = open_real_workspace
    paths: Paths | None = None


@dataclass(frozen=True, kw_only=True)
class Program:
    """One call of the command line.

    Attributes:
        library: the folder named with `--library`; None for the user's own library.
        as_json: whether answers are one JSON document on standard output.
    """

    start: Start
    paths: Paths
    settings: Settings
    library: Path | None
    as_json: bool

    @property
    def folder(self) -> Path:
        """The folder of the library to work on."""
        return self.library or self.paths.default_library

    @contextmanager
    def workspace(self, *, create: bool = False, read_only: bool = False) -> Iterator[Workspace]:
        """Open the library for the length of a `with` block.

        Raises:
            LibraryMissing: there is none in the folder and `create` is not set.
            LibraryError: it cannot be opened.
        """
        try:
            workspace = self._opened(create=create, read_only=read_only)
        except LibraryMissing as error:
            hint = "Begin one with `briefing import`, or name another with --library."
            raise LibraryMissing(error.message, hint) from error
        try:
            yield workspace
        finally:
            for problem in workspace.close():
                self.warn(problem)

    def _opened(self, *, create: bool, read_only: bool) -> Workspace:
        """Open the library; for reading alone where it may not be written, as most commands do."""
        opening = partial(self.start.open_workspace, self.folder, self.paths, self.settings)
        if read_only:
            return opening(create=create, read_only=True)
        try:
            return opening(create=create, read_only=False)
        except (ReadOnly, StorageFull) as error:
            if create:
                raise
            if isinstance(error, StorageFull):
                self.warn(f"{error.message} The library is open for reading alone.")
            return opening(create=False, read_only=True)

    def answer(self, document: Any, lines: Callable[[], Iterable[str]]) -> None:
        """Print the answer: `document` as JSON if that was asked for, else the lines for people."""
        if self.as_json:
            print_json(document)
            return
        for line in lines():
            print(line)

    def warn(self, sentence: str) -> None:
        """Say something on standard error."""
        print(one_line(sentence), file=sys.stderr)


pass_program = click.make_pass_decorator(Program)


def print_json(document: Any) -> None:
    """Print one JSON document on standard output, in UTF-8 whatever the locale says."""
    encode(sys.stdout, "utf-8")
    json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def encode(stream: TextIO, encoding: str | None = None) -> None:
    r"""Make a stream write what its encoding lacks as `\udce9`, which is JSON's own escape too."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding=encoding, errors="backslashreplace")


def one_line(text: str) -> str:
    """Return text on one line without control characters, which could steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows as lines with aligned columns; the last column is as long as it likes."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))] if cells else []
    for row in cells:
        padded = [cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=False)]
        yield "  ".join([*padded, row[-1]]).rstrip()
