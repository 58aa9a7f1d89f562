"""Annexes: short biographies, pressure at home, and the sources with what is cited of them."""

from __future__ import annotations

from briefing.export.language.names import all_roles, former_roles, tells_role
from briefing.export.language.wording import capitalised, plain_words, sentence, unquoted
from briefing.export.markup.escape import folded
from briefing.export.outlines.outline import Block, Bullets, Line, Note, Run, Text, ended
from briefing.export.parts.content import Content, line
from briefing.export.parts.demands import Demand, demand_of, is_nobody
from briefing.export.sections.participants import present
from briefing.model import Article, Person, Pressure, Span


def biographies(content: Content) -> tuple[Block, ...]:
    """Return a few facts on each participant: office, former offices, what they say."""
    sides = (content.our_side, *content.other_sides)
    items = [_biography(content, person) for side in sides for person in present(content, side)]
    return (Bullets(tuple(items)),) if items else ()


def pressure(content: Content) -> tuple[Block, ...]:
    """Return what others demand of their own government, side by side with who says so."""
    live = [each for each in content.briefing.records.pressure if each.status != "rejected"]
    blocks: list[Block] = []
    for side in dict.fromkeys(each.on for each in live):
        fields = {"side": content.speech.side(side), "of_side": content.speech.of_side(side)}
        key = "on_government" if side else "on_their_government"
        blocks.append(Text((content.strong(content.speech.say(key, **fields)),)))
        blocks.append(Bullets(tuple(_demand(content, each) for each in live if each.on == side)))
    return tuple(blocks)


def sources(content: Content) -> tuple[Block, ...]:
    """Return the articles used, each with its hash and the paragraphs cited."""
    notes = content.notes.all()
    items = [_source(content, article, notes) for article in content.briefing.articles]
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


def _demand(content: Content, each: Pressure) -> Line:
    """Return who demands what: in the words of the user, with the source's verb, or quoted."""
    spans = each.spans[:2]
    who = capitalised(content.names.full(each.who)) if not is_nobody(each.who) else ""
    if each.status in ("edited", "added"):
        named = who or capitalised(content.speech.say("others"))
        return line(content.cited(f"{content.headed(named)} {sentence(folded(each.text))}", spans))
    told = _told(content, each)
    if told.kind == "clause":
        comma = "," if ", " in who else ""
        return line(content.cited(f"{who}{comma} {sentence(told.words)}", spans))
    lead = who
    if told.kind != "speech":
        is_named = who and (content.is_foreign or not told.names)
        lead = content.speech.say("told_of", who=who) if is_named else content.speech.say("told")
    style = "quote" if told.kind != "loose" else ("emphasis" if content.is_foreign else "")
    return ended((Run(f"{content.headed(lead)} "), content.cited(told.words, spans, style)))


def _told(content: Content, each: Pressure) -> Demand:
    known = content.notes.known(each.spans[:1])
    if not known:  # nothing is at hand that a quotation could be proved by
        return Demand("loose", plain_words(each.text))
    sentence_of = content.notes.sentence(known[0]).quote
    return demand_of(each.who, each.text, sentence_of, verbatim=content.is_foreign)


def _biography(content: Content, person: Person) -> Line:
    office = capitalised(_office(content, person))
    facts = [f" {office} ({content.speech.bare(str(person.side))})."]
    former = former_roles(person)
    if former and len(former) < len(person.roles):
        facts.append(f" {sentence(capitalised(content.names.offices(former, person)))}")
    facts += [_said(content, person)]
    if len(person.outlets) > 1:
        outlets = content.speech.count("outlet", len(person.outlets))
        facts.append(content.speech.say("named_by", outlets=outlets))
    if person.note:
        facts.append(content.speech.say("note", note=sentence(person.note)))
    text = unquoted("".join(facts))
    return line(
        Run(sentence(unquoted(person.name)), "strong"),
        content.cited(f" {text}", _telling(content, person)),
    )


def _office(content: Content, person: Person) -> str:
    offices = all_roles(person)
    return content.names.offices(offices, person) if offices else content.speech.say("no_office")


def _said(content: Content, person: Person) -> str:
    """Say on which subjects a person is quoted, "" where on nothing."""
    voiced = [
        ask
        for ask in content.asks
        if ask.attribution == "named"
        and ask.voiced_by
        and content.names.person(ask.voiced_by) is person
    ]
    if not voiced:
        return ""
    labels = list(dict.fromkeys(label for ask in voiced for label in ask.issues[:1]))[:4]
    return (
        content.speech.say("quoted_on", labels=content.listed(labels))
        if labels
        else content.speech.say("quoted")
    )


def _telling(content: Content, person: Person) -> tuple[Span, ...]:
    """Return the first place with the person's role in the sentence, else the first at all."""
    spans = content.notes.known(person.spans)
    with_role = (s for s in spans if tells_role(folded(content.notes.sentence(s).quote), person))
    return (next(with_role, spans[0]),) if spans else ()


def _source(content: Content, article: Article, notes: tuple[Note, ...]) -> Line:
    cited = [n.paragraph for n in notes if n.sha256 == article.sha256 and n.paragraph]
    where = f"¶ {paragraphs(cited)}" if cited else content.speech.say("not_cited")
    author = f" {unquoted(article.author)}," if article.author else ""
    day = content.headings.day(article.published)
    name = content.speech.named(unquoted(article.file_name))
    file = f" {content.headings.file} {name}," if article.file_name else ""
    rest = f"{author} {day},{file} SHA-256 {article.sha256[:12]}. {sentence(capitalised(where))}"
    title = content.titled(article)
    if not article.outlet:
        return line(f"{capitalised(title)},{rest}")
    return line(Run(unquoted(article.outlet), "emphasis"), f", {title},{rest}")
