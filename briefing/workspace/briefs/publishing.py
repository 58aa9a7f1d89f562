"""The part of the door that leads to briefings on disk: how they are written, if they hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.library import Library
from briefing.progress import QUIET, Progress
from briefing.settings import Settings
from briefing.workspace.briefs.handing_out import hand_out
from briefing.workspace.extraction.extracting import Extraction

if TYPE_CHECKING:
    from briefing.export import Style
    from briefing.workspace.briefs.exporting import Exporting
    from briefing.workspace.briefs.measuring import Length
    from briefing.workspace.briefs.tracing import Traced


class Publishing:
    """What `Workspace` offers around exporting, and the preferences it rests on."""

    library: Library
    exporting: Exporting
    extraction: Extraction

    def profiles(self) -> tuple[str, ...]:
        """Return the kinds of briefing there are, those of the user among them."""
        return self.exporting.templates.names()

    def check_profile(self, name: str) -> None:
        """Do nothing where a profile can be used.

        Raises:
            BadValue: there is none of that name.
            BadResource: its plan is malformed; file and line are named.
        """
        self.exporting.templates.plan(name)

    def copy_template(self, name: str) -> tuple[Path, ...]:
        """Copy a profile's templates into the user's folder to change; see `Templates.copy`."""
        return self.exporting.templates.copy(name)

    def length(self, meeting: int, style: Style | None = None) -> Length:
        """Return how long a briefing gets in a style; see `length_of`. Raises NotFound."""
        return self.exporting.length(meeting, style or plain())

    def stale(
        self,
        meetings: Sequence[int],
        folder: Path,
        formats: Sequence[str] = ("md",),
        style: Style | None = None,
    ) -> tuple[str, ...]:
        """Return one sentence for each file that is not what would be exported now."""
        return self.exporting.check(meetings, folder, formats, style=style or plain())

    def hand_out(self, articles: Sequence[int], folder: Path) -> tuple[Path, ...]:
        """Copy the original files of articles into a folder; see `hand_out`."""
        return hand_out(self.library, articles, folder)

    def trace(self, words: str, progress: Progress = QUIET) -> tuple[Traced, ...]:
        """Return where each passage of pasted words stands in the library; see `trace`."""
        from briefing.workspace.briefs.tracing import trace

        return trace(self.library, words, progress)

    @property
    def paper(self) -> str:
        """The paper the user prefers; "" for the one usual where the program runs."""
        return self.exporting.paper

    def prefer(self, settings: Settings) -> bool:
        """Take over preferences at once; return whether articles would now be read otherwise.

        Args:
            settings: `our_side`, `model` and `paper` of them.
        """
        self.exporting.paper = settings.paper
        self.exporting.our_side = settings.our_side
        return self.extraction.prefer(settings.model, settings.our_side)

    def stand_in(self) -> str:
        """Return the model used in place of the one the user named; "" where that one is used.

        Loads the model, which takes a moment.
        """
        used, wanted = self.extraction.load(), self.extraction.model
        return used if wanted and Path(wanted).name not in used else ""


def plain() -> Style:
    """Return the style of a briefing nobody chose one for."""
    from briefing.workspace.briefs.exporting import PLAIN

    return PLAIN
