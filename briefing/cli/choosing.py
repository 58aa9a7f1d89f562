"""Which records a list shows: those of one meeting, of one side, or all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from briefing.errors import BadValue, NotFound
from briefing.model import Meeting, Records

if TYPE_CHECKING:
    from briefing.workspace import Workspace
    from briefing.workspace.records.countries import SideNames

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


def chosen_side(workspace: Workspace, side: str | None, meeting: int | None) -> str | None:
    """Return a side as the library spells it, whatever its case; `USA` is the United States.

    Args:
        workspace: the library.
        side: what was typed, None for every side.
        meeting: the only meeting that is shown, None for all.

    Raises:
        NotFound: there is no such meeting, or no meeting shown has such a side.
    """
    from briefing.workspace.records.countries import SideNames

    if side is None:
        return None
    known = {name for one in chosen_meetings(workspace, meeting) for name in one.sides}
    found = SideNames(known, workspace.countries()).known(side)
    if found in known:
        return found
    near = SideNames(known, {}).likest(side)
    where = "No meeting has the" if meeting is None else f"Meeting {meeting} has no"
    raise NotFound(
        f"{where} side “{side}”" + (f"; did you mean “{near}”?" if near else "."),
        f"The sides are: {', '.join(sorted(known)) or 'none yet'}.",
    )


def sides_meant(
    typed: Sequence[str], known: Iterable[str], countries: Mapping[str, str], *, as_written: bool
) -> tuple[str, ...]:
    """Return sides to be written as they are called, each once, in order.

    Args:
        typed: what was typed.
        known: the sides there are already.
        countries: spellings of countries, each with its name.
        as_written: whether a name nobody knows is really meant.

    Raises:
        BadValue: a name nobody knows is not said to be meant.
    """
    from briefing.workspace.records.countries import SideNames

    names = SideNames(known, countries)
    for one in typed:
        if not (as_written or names.known(one)):
            raise BadValue(
                unknown_side(one, names), "Correct it, or take it as it is with --as-written."
            )
    return tuple(dict.fromkeys(names.known(one) or one for one in typed))


def unknown_side(typed: str, names: SideNames) -> str:
    """Return the sentence on a name that nobody knows."""
    near = names.likest(typed)
    return f"No country is called “{typed}”" + (f"; did you mean “{near}”?" if near else ".")


def chosen_records(workspace: Workspace, meeting: int | None) -> Iterator[Records]:
    """Yield the records of one meeting; or of all, and of the articles that have none."""
    for one in chosen_meetings(workspace, meeting):
        yield workspace.records(meeting=one.id)
    if meeting is None:
        for line in workspace.overview().unassigned:
            yield workspace.records(article=line.id)
