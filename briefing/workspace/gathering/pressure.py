"""Demands on their own government, one for each sentence that carries one."""

from __future__ import annotations

from briefing.model import Pressure
from briefing.workspace.gathering.keys import pressure_key
from briefing.workspace.gathering.material import Material
from briefing.workspace.gathering.overlay import Proposal, added, by_hand


def pressure(material: Material) -> tuple[Proposal, ...]:
    """Return the domestic demands in the articles; the same sentence in two prints is one."""
    found: dict[str, Pressure] = {}
    for article, of_article in material.findings.items():
        for one in of_article.pressure:
            key = pressure_key(one.who, one.sentence.quote)
            span = one.sentence.within(article)
            found.setdefault(
                key,
                Pressure(
                    id=0,
                    key=key,
                    meeting=material.meeting,
                    who=one.who,
                    on=one.on,
                    text=one.text,
                    status="proposed",
                    spans=(span,),
                    why=one.why,
                ),
            )
    mine = added(material.decisions, "pressure", lambda d: Pressure(**by_hand(d, material.meeting)))
    return (*(Proposal(p, frozenset({p.key})) for p in found.values()), *mine)
