"""What somebody demands of their own government, as a whole clause of the sentence with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.export.language.wording import even_quotes, plain_words
from briefing.export.markup.escape import folded

_MOST_WORDS = 45
_WORD = re.compile(r"\w+")
_DOUBLE = re.compile(r"[“”\"«»]")
# What tells of pressure without telling who presses.
_NOBODY = re.compile(
    r"(?:not told|at home|domestic(?:ally)?|internal|public|political|congressional|parliamentary|popular|)$",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|us|my|My|you|You|your)\b(?![.’']S)")
_SAY = (
    r"(?:said|says?|added|adds|argue[sd]?|believe[sd]?|insist(?:s|ed)?|stress(?:es|ed)|warn(?:s|ed)|wrote|writes|"
    r"suggest(?:s|ed)|thinks?|thought|noted|maintain(?:s|ed)|contend(?:s|ed)|told [\w’'. -]{2,40}? that)"
)
_BESIDES = r"(?:also|again|now|still|then|since|repeatedly|long|recently|never|not|\w+ly)"
_BE = r"(?:is|are|was|were|be|been|has|have|had|will|would|should|must|can|could|may|might|do|does|did)"
_FINITE = re.compile(
    rf"(?:{_BESIDES} )*(?:{_BE}|cannot|\w+n[’']t|{_SAY}|told|sent|put|made|felt|want|wants|need|needs|call|urge|"
    r"demand|press|push|ask|oppose|reject|hope|plan|say|(?!need\b)\w{2,}ed|\w{2,}[^\Ws]s)\b"
)
_DIRECT = re.compile(rf"\s*(?:(?:{_BE}|{_BESIDES})\s+)*")
_LOOSE = re.compile(
    r"\b(?:of|from|by|with|to|for|in|at|on|against|among|between|over|about|like|as)$",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"^(?:(?:But|And|Yet|So|Meanwhile|However|Still)\s+)?(?:[A-Z][^,“”\"]{0,70},\s+)?"
)
# Words that cannot stand in the title before a name that is the subject of its sentence.
_NO_TITLE = re.compile(
    rf"\b(?:{_BE}|{_SAY}|to|from|by|with|against|and|but|that|which|who|if|when|because|told|met|asked)\b"
)
_APPOSITION = re.compile(rf",\s[^“”\"]{{1,160}}?,\s+(?={_FINITE.pattern})")
_SAID_LATER = re.compile(rf"\band (?=(?:has |have |also )?{_SAY}\b)")
_PRONOUN = re.compile(r"(?:He|he|She|she|They|they)\s+")
_SMALL = re.compile(
    r"(?:The|A|An|It|This|That|These|Those|There|They|He|She|Any|All|No|Some|Both|Its|Their|His|Her|"
    r"In|On|At|If|Nobody|Everyone|More|What)\b"
)
_BREAK = re.compile(r"[.;:…—–]\s+|,\s+(?:and|but|so|because|while)\s+")


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand, worded out of its sentence.

    Attributes:
        kind: `clause` where `words` go on after the name, with their verb; `speech` where they are
            the speaker's own; `report` where they are the source's, verbatim; `loose` where they
            are the source's but hold quotation marks of their own.
        words: without a full stop.
        names: whether the words name who demands it.
    """

    kind: str
    words: str
    names: bool = False


def demand_of(who: str, text: str, quote: str, *, verbatim: bool = False) -> Demand:
    """Return a demand as a clause that keeps the verb of its source, else as a quotation.

    Args:
        who: those who demand it, as the source names them.
        text: the words of the demand, out of the sentence.
        quote: the sentence.
        verbatim: whether only a quotation will do, as in a briefing of another language.
    """
    sentence = folded(quote)
    place = _place(text, sentence) or _place(text.rpartition(" ")[0], sentence)  # a word cut short
    if place is None:  # nothing the words could be quoted from
        return Demand("loose", plain_words(text))
    spoken = _speech(sentence, *place)
    if spoken and not _mentions(who, spoken):  # else somebody speaks of them
        return Demand("speech", spoken)
    words = "" if spoken or is_nobody(who) else _clause(who, sentence, *place)
    if words and not verbatim:
        return Demand("clause", plain_words(words))
    if words and words in sentence and not _DOUBLE.search(words):
        return Demand("report", words)
    return _report(who, sentence, *place)


def is_nobody(who: str) -> bool:
    """Return whether these words name nobody who presses: `not told`, `domestic`."""
    return bool(_NOBODY.match(who))


def _place(text: str, sentence: str) -> tuple[int, int] | None:
    """Return where the words stand, marks and white space aside, with a closing quotation mark."""
    words = [re.escape(word) for word in _WORD.findall(text)]
    if not words:
        return None
    found = re.search(r"(?<!\w)" + r"\W+".join(words) + r"(?!\w)", sentence)
    if found is None:
        return None
    end = found.end()
    closing = re.match(r"[.,!?]?[”\"]", sentence[end:])
    opened = len(re.findall(r"[“\"]", found.group())) > len(re.findall("”", found.group()))
    return found.start(), end + closing.end() if closing and opened else end


def _speech(sentence: str, start: int, end: int) -> str:
    """Return the words in quotation marks around a place, "" where it stands in none."""
    marks = [match for match in _DOUBLE.finditer(sentence) if match.group() not in "«»"]
    before = [m for m in marks if m.start() < start]
    after = [m for m in marks if m.start() >= start]
    low, high = before[-1].end() if before else 0, after[0].start() if after else len(sentence)
    if high < end or not _is_spoken(sentence, before, after):
        return ""
    words = sentence[low:high].strip(" ,.;")
    if len(words.split()) <= _MOST_WORDS:
        return words
    return _from_break(sentence[low:high], start - low, end - low)


def _is_spoken(sentence: str, before: list[re.Match[str]], after: list[re.Match[str]]) -> bool:
    if before and before[-1].group() in "“”":
        return before[-1].group() == "“"
    if before:
        return len(before) % 2 == 1
    if after and after[0].group() in "“”":
        return after[0].group() == "”"
    if after:  # closed after a full stop or a comma, or before the end
        return len(after) % 2 == 1 and sentence[after[0].start() - 1] in ".,!?"
    return bool(_FIRST_PERSON.search(sentence))


def _mentions(who: str, sentence: str) -> list[re.Match[str]]:
    """Return where somebody is named: in full, else by the last name."""
    bare = re.sub(r"^[Tt]he ", "", " ".join(who.split()))
    forms = [bare, bare.split()[-1]] if bare else []
    for form in forms:
        if form is not bare and not form[0].isupper():
            continue
        found = re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", sentence, re.IGNORECASE)
        if each := list(found):
            return each
    return []


def _clause(who: str, sentence: str, start: int, end: int) -> str:
    """Return what can go on after a name, its verb first; "" where nothing can."""
    for make in (_after_name, _after_pronoun, _before_name):
        words = make(who, sentence, start, end).strip(" ,;.")
        if words and len(words.split()) <= _MOST_WORDS and not _FIRST_PERSON.search(words):
            return words
    return ""


def _after_name(who: str, sentence: str, start: int, end: int) -> str:
    """`NDP Leader Ada Holm, a critic, urged …`: all said of the name, up to the demand's end."""
    bare = re.sub(r"^[Tt]he ", "", who)
    opening = _ADVERBIAL.match(sentence)
    begins = (0, opening.end() if opening else 0)
    if start in begins and sentence[start:end].casefold().startswith(f"{bare.casefold()} "):
        return _predicate(sentence[start + len(bare) : end])
    named = [match for match in _mentions(who, sentence) if match.end() <= start]
    if not named:
        return ""
    name = named[-1]
    head = sentence[: name.start()].rstrip()
    rest = sentence[name.end() : end]
    if _DIRECT.fullmatch(rest[: start - name.end()]) and not _LOOSE.search(head):
        return _predicate(rest)
    title = _ADVERBIAL.sub("", f"{head} ", count=1).strip()
    if len(title.split()) > 8 or _NO_TITLE.search(title) or _LOOSE.search(title):
        return ""
    aside = _APPOSITION.match(rest)
    return _focused(_predicate(rest[aside.end() :] if aside else rest), start, end)


def _after_pronoun(_: str, sentence: str, start: int, end: int) -> str:
    """`In May he urged …`: the same, where the sentence has `he` for the name."""
    opening = _ADVERBIAL.match(sentence)
    at = opening.end() if opening else 0
    pronoun = _PRONOUN.match(sentence, at) or _PRONOUN.match(sentence)
    if pronoun is None or pronoun.end() > start:
        return ""
    return _focused(_predicate(sentence[pronoun.end() : end]), start, end)


def _before_name(who: str, sentence: str, start: int, end: int) -> str:
    """`Norvia should wait, Ada Holm said`: turned round, with the verb first."""
    rest = sentence[end:]
    named = _mentions(who, rest)
    said = re.match(rf",\s+(?:[^,;“”\"]{{0,80}}?\s)?(?P<verb>{_SAY})\b", rest)
    if said is None or len(sentence[:start].split()) > 12 or _DOUBLE.search(sentence[:end]):
        return ""
    near = named and named[0].start() < said.end() + 60
    if not near and not re.match(r",\s+(?:he|she|they) ", rest):
        return ""
    clause = re.sub(r"^(?:But|And|Yet|So) ", "", sentence[:end])
    clause = clause[:1].lower() + clause[1:] if _SMALL.match(clause) else clause
    return f"{said['verb']} {clause}"


def _predicate(words: str) -> str:
    """Return words that begin with a verb, "" where they do not."""
    bare = words.strip()
    return bare if _FINITE.match(bare) else ""


def _focused(words: str, start: int, end: int) -> str:
    """Leave out what somebody did before they `said` what is demanded."""
    demand = len(words) - (end - start)
    later = [m for m in _SAID_LATER.finditer(words) if m.end() < demand]
    if later and len(words[: later[-1].start()].split()) > 4:
        return words[later[-1].end() :]
    return words


def _report(who: str, sentence: str, start: int, end: int) -> Demand:
    """Return the source's own sentence, or where that is long, the clause with the demand."""
    words = sentence.strip(" ,;.")
    if len(words.split()) > _MOST_WORDS:
        words = _from_break(sentence, start, end)
    names = bool(_mentions(who, words)) if who and not is_nobody(who) else False
    if _DOUBLE.search(words):
        return Demand("loose", even_quotes(words), names)
    return Demand("report", words, names)


def _from_break(words: str, start: int, end: int) -> str:
    """Return words from the last break before a place to its end."""
    cuts = [match.end() for match in _BREAK.finditer(words, 0, start)]
    return words[cuts[-1] if cuts else 0 : end].strip(" ,;.")
