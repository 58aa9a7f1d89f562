"""Annexes: short biographies, pressure at home, and the sources with what is cited of them."""

from __future__ import annotations

from briefing.export.demands import Demand, demand_of, is_nobody
from briefing.export.desk import Desk, line
from briefing.export.escape import folded
from briefing.export.names import all_roles, former_roles, tells_role
from briefing.export.outline import Block, Bullets, Line, Note, Run, Text, ended
from briefing.export.sections.participants import present
from briefing.export.wording import capitalised, plain_words, sentence, unquoted
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
        fields = {"side": desk.speech.side(side), "of_side": desk.speech.of_side(side)}
        key = "on_government" if side else "on_their_government"
        blocks.append(Text((desk.strong(desk.speech.say(key, **fields)),)))
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
    """Return who demands what: in the words of the user, with the source's verb, or quoted."""
    spans = each.spans[:2]
    who = capitalised(desk.names.full(each.who)) if not is_nobody(each.who) else ""
    if each.status in ("edited", "added"):
        named = who or capitalised(desk.speech.say("others"))
        return line(desk.cited(f"{desk.headed(named)} {sentence(folded(each.text))}", spans))
    told = _told(desk, each)
    if told.kind == "clause":
        comma = "," if ", " in who else ""
        return line(desk.cited(f"{who}{comma} {sentence(told.words)}", spans))
    lead = who
    if told.kind != "speech":
        is_named = who and (desk.is_foreign or not told.names)
        lead = desk.speech.say("told_of", who=who) if is_named else desk.speech.say("told")
    style = "quote" if told.kind != "loose" else ("emphasis" if desk.is_foreign else "")
    return ended((Run(f"{desk.headed(lead)} "), desk.cited(told.words, spans, style)))


def _told(desk: Desk, each: Pressure) -> Demand:
    known = desk.notes.known(each.spans[:1])
    if not known:  # nothing is at hand that a quotation could be proved by
        return Demand("loose", plain_words(each.text))
    sentence_of = desk.notes.sentence(known[0]).quote
    return demand_of(each.who, each.text, sentence_of, verbatim=desk.is_foreign)


def _biography(desk: Desk, person: Person) -> Line:
    office = capitalised(_office(desk, person))
    facts = [f" {office} ({desk.speech.bare(str(person.side))})."]
    former = former_roles(person)
    if former and len(former) < len(person.roles):
        facts.append(f" {sentence(capitalised(desk.names.offices(former, person)))}")
    facts += [_said(desk, person)]
    if len(person.outlets) > 1:
        outlets = desk.speech.count("outlet", len(person.outlets))
        facts.append(desk.speech.say("named_by", outlets=outlets))
    if person.note:
        facts.append(desk.speech.say("note", note=sentence(person.note)))
    text = unquoted("".join(facts))
    return line(
        Run(sentence(unquoted(person.name)), "strong"),
        desk.cited(f" {text}", _telling(desk, person)),
    )


def _office(desk: Desk, person: Person) -> str:
    offices = all_roles(person)
    return desk.names.offices(offices, person) if offices else desk.speech.say("no_office")


def _said(desk: Desk, person: Person) -> str:
    """Say on which subjects a person is quoted, "" where on nothing."""
    voiced = [
        ask
        for ask in desk.asks
        if ask.attribution == "named"
        and ask.voiced_by
        and desk.names.person(ask.voiced_by) is person
    ]
    if not voiced:
        return ""
    labels = list(dict.fromkeys(label for ask in voiced for label in ask.issues[:1]))[:4]
    return (
        desk.speech.say("quoted_on", labels=desk.listed(labels))
        if labels
        else desk.speech.say("quoted")
    )


def _telling(desk: Desk, person: Person) -> tuple[Span, ...]:
    """Return the first place where the person's role stands in the sentence, else the first at all."""
    spans = desk.notes.known(person.spans)
    with_role = (s for s in spans if tells_role(folded(desk.notes.sentence(s).quote), person))
    return (next(with_role, spans[0]),) if spans else ()


def _source(desk: Desk, article: Article, notes: tuple[Note, ...]) -> Line:
    cited = [n.paragraph for n in notes if n.sha256 == article.sha256 and n.paragraph]
    where = f"¶ {paragraphs(cited)}" if cited else desk.speech.say("not_cited")
    author = f" {unquoted(article.author)}," if article.author else ""
    day = desk.headings.day(article.published)
    name = desk.speech.named(unquoted(article.file_name))
    file = f" {desk.headings.file} {name}," if article.file_name else ""
    rest = f"{author} {day},{file} SHA-256 {article.sha256[:12]}. {sentence(capitalised(where))}"
    title = desk.titled(article)
    if not article.outlet:
        return line(f"{capitalised(title)},{rest}")
    return line(Run(unquoted(article.outlet), "emphasis"), f", {title},{rest}")
