"""Which records a list shows: those of one meeting, of one side, or all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

import click

from briefing.errors import NotFound
from briefing.model import Meeting, Records

if TYPE_CHECKING:
    from briefing.workspace import Workspace

Command = TypeVar("Command", bound=Callable[..., object])


def choice_options(command: Command) -> Command:
    """Give a command the options `--meeting` and `--side`."""
    command = click.option("--side", metavar="NAME", help="Only what belongs to one side: Canada.")(
        command
    )
    return click.option("--meeting", type=int, metavar="ID", help="Only one meeting.")(command)


def chosen_meetings(workspace: Workspace, meeting: int | None) -> tuple[Meeting, ...]:
    """Return one meeting, or all. Raises NotFound."""
    if meeting is not None:
        return (workspace.meeting(meeting),)
    return workspace.overview().meetings


def chosen_side(workspace: Workspace, side: str | None) -> str | None:
    """Return a side as the library spells it, whatever its case.

    Raises:
        NotFound: no meeting has such a side.
    """
    if side is None:
        return None
    known = {name for meeting in workspace.overview().meetings for name in meeting.sides}
    for name in known:
        if name.casefold() == side.strip().casefold():
            return name
    told = ", ".join(sorted(known)) or "none yet"
    raise NotFound(f"No meeting has the side “{side}”.", f"The sides are: {told}.")


def chosen_records(workspace: Workspace, meeting: int | None) -> Iterator[Records]:
    """Yield the records of one meeting; or of all, and of the articles that have none."""
    for one in chosen_meetings(workspace, meeting):
        yield workspace.records(meeting=one.id)
    if meeting is None:
        for line in workspace.overview().unassigned:
            yield workspace.records(article=line.id)
