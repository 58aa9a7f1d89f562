"""A command line over a workspace that only remembers: `cli("asks", "--side", "Canada")`."""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefing.cli.main import run
from briefing.cli.program import Start
from briefing.errors import NotFound
from briefing.model import (
    ArticleLine,
    Ask,
    Hit,
    Issue,
    Meeting,
    Person,
    Records,
    SearchResult,
    Span,
)
from briefing.paths import Paths
from briefing.workspace.reports import Diagnosis, ImportReport, Overview

SPAN = Span(1, 10, 31, "Canada wants lower tariffs."[:21])
SUMMIT = Meeting(
    id=1,
    title="Talks in Ottawa",
    sides=("Canada", "Mexico"),
    leaders=(("Canada", "Ana Leader"),),
    date=date(2031, 5, 6),
    place="Ottawa",
    articles=(1,),
)
UNDATED = Meeting(id=2, title="Talks some day", sides=("Japan", "Mexico"), articles=(2,))
ARTICLES = (
    ArticleLine(
        id=1, headline="First", outlet="Daily", published=date(2031, 5, 5), meetings=(1,), words=9
    ),
    ArticleLine(id=2, headline="Second", outlet="", published=None, meetings=(2,), words=9),
    ArticleLine(id=3, headline="Loose", outlet="", published=None, meetings=(), words=9),
)


def an_ask(number, side, meeting=1):
    return Ask(
        id=number,
        key=f"k{number}",
        meeting=meeting,
        side=side,
        of="Mexico",
        kind="red_line",
        text="lower tariffs",
        issues=("Tariffs",),
        voiced_by=None,
        attribution="reporter",
        band="high",
        status="proposed",
        spans=(SPAN,),
    )


RECORDS = {
    ("meeting", 1): Records(
        people=(
            Person(
                id=1,
                key="p",
                meeting=1,
                name="Ana Leader",
                side="Canada",
                roles=("Premier",),
                kind="leader",
                participation="host",
                status="proposed",
                spans=(SPAN,),
            ),
        ),
        issues=(
            Issue(
                id=1,
                key="i",
                meeting=1,
                label="Tariffs",
                parent=None,
                status="proposed",
                spans=(SPAN,),
                by_side=(("Canada", 1),),
            ),
        ),
        asks=(an_ask(1, "Canada"), an_ask(2, "Mexico")),
    ),
    ("meeting", 2): Records(asks=(an_ask(3, "Japan", meeting=2),)),
    ("article", 3): Records(asks=(an_ask(4, "Canada", meeting=None),)),
}


@dataclass
class RememberingWorkspace:
    """Answers with the values above and keeps every changing call."""

    calls: list = field(default_factory=list)
    report: ImportReport = field(default_factory=ImportReport)
    result: SearchResult = field(default_factory=lambda: SearchResult(query=""))
    problems: tuple = ()
    undone: object = None
    raises: BaseException | None = None
    opened_with: dict = field(default_factory=dict)
    closed: bool = False
    styles: list = field(default_factory=list)
    stale: tuple = ()

    @property
    def exporting(self):
        return SimpleNamespace(check=lambda *_, **__: self.stale)

    def overview(self):
        if self.raises:
            raise self.raises
        return Overview(
            meetings=(SUMMIT, UNDATED),
            articles=ARTICLES,
            to_review=0,
            asks=3,
            starred=0,
            searches=(),
        )

    def meeting(self, number):
        for one in (SUMMIT, UNDATED):
            if one.id == number:
                return one
        raise NotFound(f"There is no meeting {number}.")

    def countries(self):
        return {"Canada": "Canada", "Japan": "Japan", "Mexico": "Mexico", "Nippon": "Japan"}

    def records(self, *, meeting=None, article=None):
        return RECORDS["meeting", meeting] if meeting else RECORDS["article", article]

    def import_paths(self, paths, *, published, meeting, progress, attachments=False):
        self.calls.append(("import", paths, published, meeting))
        progress.step(0, 1, "one")
        return self.report

    def set_meeting(self, number, **facts):
        self.calls.append(("set", number, facts))

    def index_state(self):
        return "behind"

    def catch_up_index(self, progress):
        self.calls.append(("catch up",))

    def rebuild_index(self, progress):
        self.calls.append(("rebuild",))

    def search(self, query, *, limit, meeting):
        self.calls.append(("search", query, limit, meeting))
        return self.result

    def export(self, meetings, folder, formats, progress, *, style):
        self.calls.append(("export", tuple(meetings), folder, tuple(formats)))
        self.styles.append(style)
        return tuple(folder / f"{number}.md" for number in meetings)

    def verify(self):
        return self.problems

    def verify_files(self, paths):
        self.calls.append(("verify", paths))
        return self.problems

    def undo(self):
        return self.undone

    redo = undo

    def backup(self, target):
        self.calls.append(("backup", target))

    def doctor(self):
        return (Diagnosis("Python", well=True, report="3.11.0"),)

    def close(self):
        self.closed = True
        return ()


@dataclass
class CommandLine:
    """Runs commands in this process and keeps what they print."""

    workspace: RememberingWorkspace
    capture: pytest.CaptureFixture
    paths: Paths
    windows: list = field(default_factory=list)

    def __call__(self, *arguments):
        start = Start(
            open_window=self._open_window, open_workspace=self._open_workspace, paths=self.paths
        )
        code = run(start, [str(a) for a in arguments])
        out, err = self.capture.readouterr()
        return SimpleNamespace(code=code, out=out, err=err, json=lambda: json.loads(out))

    def _open_window(self, library, files):
        self.windows.append((library, tuple(files)))
        return 0

    def _open_workspace(self, folder, paths, settings, *, create, read_only):
        self.workspace.opened_with = {
            "folder": folder,
            "settings": settings,
            "create": create,
            "read_only": read_only,
        }
        return self.workspace


@pytest.fixture
def workspace():
    return RememberingWorkspace()


@pytest.fixture
def cli(workspace, capsys, tmp_path):
    return CommandLine(workspace, capsys, Paths.under(tmp_path))


@pytest.fixture
def a_hit():
    return Hit(
        kind="article",
        article=1,
        ask=None,
        title="First",
        outlet="Daily",
        published=date(2031, 5, 5),
        meeting=1,
        snippet="lower tariffs",
        marks=((6, 13),),
        start=10,
        end=31,
    )


@pytest.fixture
def a_folder(tmp_path):
    folder = tmp_path / "given"
    folder.mkdir()
    return Path(folder)
