"""Annexes: short biographies, pressure at home, and the sources with what is cited of them."""

from __future__ import annotations

from briefing.export.desk import Desk, line
from briefing.export.escape import folded
from briefing.export.names import all_roles, former_roles, tells_role
from briefing.export.outline import Block, Bullets, Line, Note, Run, Text
from briefing.export.sections.participants import present
from briefing.export.wording import (
    capitalised,
    clipped,
    counted,
    in_text,
    listed,
    plain_words,
    sentence,
    title_words,
    unquoted,
)
from briefing.model import Article, Person, Pressure, Span


def biographies(desk: Desk) -> tuple[Block, ...]:
    """Return a few facts on each participant: office, former offices, what is said in their name."""
    sides = (desk.our_side, *desk.other_sides)
    items = [_biography(desk, person) for side in sides for person in present(desk, side)]
    return (Bullets(tuple(items)),) if items else ()


def pressure(desk: Desk) -> tuple[Block, ...]:
    """Return what others demand of their own government, side by side with who says so."""
    live = [each for each in desk.briefing.records.pressure if each.status != "rejected"]
    blocks: list[Block] = []
    for side in dict.fromkeys(each.on for each in live):
        blocks.append(Text(line(Run(f"On {in_text(side) or 'their government'}:", "strong"))))
        blocks.append(Bullets(tuple(_demand(desk, each) for each in live if each.on == side)))
    return tuple(blocks)


def sources(desk: Desk) -> tuple[Block, ...]:
    """Return the articles used, each with its hash and the paragraphs cited."""
    notes = desk.notes.all()
    items = [_source(desk, article, notes) for article in desk.briefing.articles]
    return (Bullets(tuple(items), numbered=True),) if items else ()


def paragraphs(numbers: list[int]) -> str:
    """Return numbers with runs joined: `1, 4–6, 9`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)


def _demand(desk: Desk, each: Pressure) -> Line:
    text = folded(each.text) if each.status in ("edited", "added") else plain_words(each.text)
    who = capitalised(desk.names.full(each.who) or "others")
    return line(desk.cited(f"{who}: {sentence(text)}", each.spans[:2]))


def _biography(desk: Desk, person: Person) -> Line:
    office = f"{all_roles(person)} ({person.side})" if all_roles(person) else str(person.side)
    facts = [f" {office}."]
    former = former_roles(person)
    if former and len(former) < len(person.roles):
        facts.append(f" {listed(former)}.")
    voiced = [
        ask
        for ask in desk.asks
        if ask.attribution == "named"
        and ask.voiced_by
        and desk.names.person(ask.voiced_by) is person
    ]
    if voiced:
        labels = list(dict.fromkeys(label for ask in voiced for label in ask.issues[:1]))[:4]
        about = f" on {desk.listed(labels)}" if labels else ""
        facts.append(f" On record here{about}.")
    if len(person.outlets) > 1:
        facts.append(f" Named by {counted(len(person.outlets), 'outlet')}.")
    if person.note:
        facts.append(f" Note: {sentence(person.note)}")
    text = unquoted("".join(facts))
    return line(
        Run(sentence(unquoted(person.name)), "strong"),
        desk.cited(f" {text}", _telling(desk, person)),
    )


def _telling(desk: Desk, person: Person) -> tuple[Span, ...]:
    """Return the first place where the person's role stands in the sentence, else the first at all."""
    spans = desk.notes.known(person.spans)
    with_role = (s for s in spans if tells_role(folded(desk.notes.sentence(s).quote), person))
    return (next(with_role, spans[0]),) if spans else ()


def _source(desk: Desk, article: Article, notes: tuple[Note, ...]) -> Line:
    cited = [n.paragraph for n in notes if n.sha256 == article.sha256 and n.paragraph]
    where = f"¶ {paragraphs(cited)}" if cited else "not cited"
    author = f" {unquoted(article.author)}," if article.author else ""
    day = desk.headings.day(article.published)
    file = f" {desk.headings.file} ‘{unquoted(article.file_name)}’," if article.file_name else ""
    rest = f"{author} {day},{file} SHA-256 {article.sha256[:12]}. {where}."
    title = title_words(clipped(article.headline, 20))
    if not article.outlet:
        return line(f"{title},{rest}")
    return line(Run(unquoted(article.outlet), "emphasis"), f", {title},{rest}")
