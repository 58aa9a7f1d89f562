"""All that is shown of a meeting, from its articles' findings and the user's decisions."""

from __future__ import annotations

from briefing.model import Records
from briefing.workspace.gathering.asks import asks
from briefing.workspace.gathering.issues import issues
from briefing.workspace.gathering.material import Material
from briefing.workspace.gathering.overlay import decided
from briefing.workspace.gathering.people import people
from briefing.workspace.gathering.pressure import pressure


def gather(material: Material) -> Records:
    """Return the records of one meeting, or of one article without a meeting.

    The same person, issue and ask from several articles become one with all its evidence.
    Decisions are applied in their order, later ones over earlier ones.
    """
    decisions = material.decisions
    return Records(
        people=decided(people(material), decisions, "person"),
        issues=decided(issues(material), decisions, "issue"),
        asks=decided(asks(material), decisions, "ask"),
        pressure=decided(pressure(material), decisions, "pressure"),
    )
