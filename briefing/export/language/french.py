"""French: names of countries, posts and subjects with their articles, and its spaces and marks."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from briefing.errors import BadResource
from briefing.export.language.tongue import Tongue
from briefing.export.language.wording import unquoted
from briefing.paths import resource_text

_ARTICLES = re.compile(r"^(?P<article>l’|[Ll]e |la |les )(?P<name>.+)$")
_OF = {"le": "du ", "la": "de la ", "l’": "de l’", "les": "des ", "": "de "}
_TO = {"le": "au ", "la": "à la ", "l’": "à l’", "les": "aux ", "": "à "}
_VOWEL = re.compile(r"[aeiouyhâàéèêëîïôûœ]", re.IGNORECASE)
_FORMER = re.compile(r"^(?:former|ex-?) *", re.IGNORECASE)
_POST = re.compile(
    r"^(?:(?P<kind>secretary|minister) (?:of|for) (?P<of>.+)|(?P<before>.+) (?P<after>minister|secretary))$"
)
_HEAD = re.compile(r"^(?P<office>.+?) (?:of|for|to) (?:the )?(?P<of>.+)$")
_BEFORE_MARK = re.compile(r" (?=[:;?!»])")
_THOUSANDS = 10_000
NARROW = "\u00a0"


class French(Tongue):
    """French as departments write it in Canada: spaces before `:` and inside `« »`."""

    def __init__(self) -> None:
        super().__init__("fr")

    def is_one(self, number: float) -> bool:
        """Return whether a noun stands in the singular: `0 page`, `1½ page`."""
        return number < 2

    def number(self, number: int) -> str:
        """Return `1036`, `12 500`."""
        return f"{number:,}".replace(",", NARROW) if number >= _THOUSANDS else str(number)

    def say(self, key: str, **fields: object) -> str:
        """Return a sentence; one with forms for one and several stands in the second."""
        found = self._phrases[key]
        return str(found if isinstance(found, str) else found[1]).format(**fields)

    def in_row(self, items: Sequence[str]) -> str:
        """Return names in a row, set apart by ` ; ` where one of them holds an `et`."""
        return " ; ".join(items) if any(" et " in each for each in items) else self.listed(items)

    def in_parts(self, parts: Sequence[str]) -> str:
        """Return parts of a sentence in a row."""
        return " ; ".join(parts)

    def side(self, side: str) -> str:
        """Return `le Canada`, `les États-Unis`, `Cuba`."""
        return str(_table()["countries"].get(side, side))

    def of_side(self, side: str) -> str:
        """Return `du Canada`, `des États-Unis`, `d’Israël`."""
        return _joined(_OF, self.side(side))

    def bare(self, side: str) -> str:
        """Return `Canada`, `États-Unis`."""
        name = _split(self.side(side))[1]
        return name[:1].upper() + name[1:]

    def place(self, place: str) -> str:
        """Return `Pékin` for `Beijing`."""
        city, comma, rest = place.partition(",")
        return f"{_table()['places'].get(city, city)}{comma}{rest}"

    def at(self, place: str) -> str:
        """Return ` à Ottawa`, ` au Caire`."""
        if place in _table()["countries"]:
            return f" ({self.bare(place)})"
        return f" {_joined(_TO, self.place(place))}"

    def issue(self, label: str) -> str:
        """Return the French name of a subject; one the user has made stays as it is."""
        return str(_issues().get(label, label))

    def office(self, role: str, *, feminine: bool = False) -> str:
        """Return an office in French; one that no table knows stays as it is."""
        former = _FORMER.match(role)
        bare = role[former.end() :] if former else role
        found = _office(bare.strip(), feminine=feminine)
        if found is None:
            return role
        if not former:
            return found
        return f"{'ancienne' if feminine else 'ancien'} {found}"

    def titled(self, role: str, name: str, *, feminine: bool = False) -> str:
        """Return `le premier ministre Paul Martin`; a name alone where the office has no French."""
        office = self.office(role, feminine=feminine)
        if office == role:
            return name
        if "," in office:
            return name
        article = "l’" if _VOWEL.match(office) else ("la " if feminine else "le ")
        return f"{article}{office} {name}"

    def voice(self, words: str, attribution: str) -> str:
        """Return who says so in French; what no table knows is told in general words."""
        bare = unquoted(words)
        known = _table()["voices"]["things"]
        for name in (bare.casefold(), f"the {bare.casefold()}"):
            if name in known:
                return str(known[name])
        side = _table()["countries"].get(re.sub(r"^[Tt]he ", "", bare))
        if side:
            return str(side)
        described = _government(bare) or _described(bare)
        if described:
            return described
        if attribution == "unnamed_official":
            return _unnamed(bare)
        return bare

    def quoted(self, words: str) -> str:
        """Return words of a source in angle marks."""
        return f"« {words} »"

    def named(self, words: str) -> str:
        """Return words that name something in angle marks too."""
        return self.quoted(words)

    def headed(self, words: str) -> str:
        """Return `Offre :`."""
        return f"{words} :"

    def set_out(self, text: str) -> str:
        """Return text with spaces that do not break before `:` and inside angle marks."""
        return _BEFORE_MARK.sub(NARROW, text).replace("« ", f"«{NARROW}")


def _government(words: str) -> str:
    """Return `le gouvernement du Québec`, "" where the words name no government that is known."""
    match = re.fullmatch(r"(?:[Tt]he )?(.+?) (?:federal |provincial )?[Gg]overnment", words)
    if match is None:
        return ""
    region = _table()["regions"].get(match[1])
    of = _joined(_OF, region) if region else _nations().get(match[1].casefold(), "")
    return f"le gouvernement {of}" if of else ""


def _unnamed(words: str) -> str:
    """Return the general words for a source of which more is said than can be told in French."""
    many = bool(re.search(r"\b(?:two|three|four|five|six|several|some|many)\b|s$", words))
    if re.search(r"\bsources?\b", words, re.IGNORECASE):
        return "des sources non identifiées" if many else "une source non identifiée"
    return "des responsables non identifiés" if many else "un responsable non identifié"


def _office(role: str, *, feminine: bool) -> str | None:
    fold = role.casefold()
    known = _table()["offices"].get(fold) or _table()["offices"].get(fold.replace("vice-", "vice "))
    if known:
        return str(known[-1] if feminine else known[0])
    post = _POST.match(role.casefold())
    if post:
        portfolio = _table()["portfolios"].get(post["of"] or post["before"])
        minister = "minister" in (post["kind"], post["after"])
        if portfolio:
            return f"ministre {_joined(_OF, portfolio)}" if minister else _secretary(portfolio)
    return _office_of(role, feminine=feminine)


def _secretary(portfolio: str) -> str:
    return f"secrétaire {_joined(_TO, portfolio)}"


def _office_of(role: str, *, feminine: bool) -> str | None:
    """Return `ambassadeur aux États-Unis`, `premier ministre de l’Ontario`."""
    head = _HEAD.match(role)
    if head is None:
        return None
    office = _table()["offices"].get(head["office"].casefold())
    if office is None:
        return None
    words = str(office[-1] if feminine else office[0])
    country = _table()["countries"].get(head["of"]) or _table()["regions"].get(head["of"])
    if country is None:
        return f"{words}, {head['of']}"
    return f"{words} {_joined(_TO if ' to ' in role else _OF, country)}"


def _described(words: str) -> str:
    """Return `deux sources du gouvernement`, "" where a word of it is not known."""
    voices = _table()["voices"]
    match = _voice().fullmatch(words.casefold())
    if match is None:
        return ""
    many, noun = bool(match["many"]) or match["noun"] == "people", match["noun"]
    tail = voices["tails"].get(match["tail"], "") if match["tail"] else ""
    known = {**_nations(), **voices["adjectives"]}
    adjectives = [known.get(each) for each in _adjectives(match["before"], voices)]
    if None in adjectives or (match["tail"] and not tail):
        return ""
    feminine = noun in voices["feminine"]
    number = _number(match["number"], many=many, feminine=feminine)
    shaped = [_agreed(str(each), many=many, feminine=feminine) for each in adjectives]
    told = [number, str(voices["nouns"][noun][many]), *shaped, tail]
    return " ".join(each for each in told if each)


@cache
def _nations() -> Mapping[str, str]:
    """Return `du Canada` for `canadian`."""
    rows = csv.DictReader(resource_text("countries.csv").splitlines())
    names = _table()["countries"]
    told = {
        form.casefold(): _joined(_OF, names[row["name"]])
        for row in rows
        for form in row["demonyms"].split(";")
        if form and row["name"] in names
    }
    return {
        **told,
        "u.s": "des États-Unis",
        "u.s.": "des États-Unis",
        "eu": "de l’Union européenne",
        "uk": "du Royaume-Uni",
    }


@cache
def _voice() -> re.Pattern[str]:
    """Return the pattern of `two senior sources close to the talks`."""
    voices = _table()["voices"]
    numbers = "|".join(["an?", "the", *voices["numbers"]])
    return re.compile(
        rf"(?:(?P<number>{numbers}) )?(?:other |of the )?(?P<before>(?:[\w.’'-]+ )*?)"
        rf"(?P<noun>{'|'.join(voices['nouns'])})(?P<many>s?)(?: (?P<tail>[a-z].*))?"
    )


def _adjectives(before: str, voices: Mapping[str, Any]) -> list[str]:
    left = before.strip()
    pairs = [name for name in voices["adjectives"] if " " in name and name in left]
    for pair in pairs:
        left = left.replace(pair, "")
    return [*left.split(), *pairs]


def _number(word: str | None, *, many: bool, feminine: bool) -> str:
    if word in (None, "a", "an", "the", "one"):
        return "des" if many else ("une" if feminine else "un")
    return str(_table()["voices"]["numbers"][word])


def _agreed(adjective: str, *, many: bool, feminine: bool) -> str:
    if adjective.startswith(("de ", "du ", "des ", "de l’", "d’")):
        return adjective
    ending = "e" if feminine and not adjective.endswith("e") else ""
    return f"{adjective}{ending}{'s' if many else ''}"


def _joined(before: Mapping[str, str], name: str) -> str:
    article, bare = _split(name)
    if not article and before is _OF and _VOWEL.match(bare):
        return f"d’{bare}"
    return f"{before[article]}{bare}"


def _split(name: str) -> tuple[str, str]:
    """Return (article, name): (`le`, `Canada`), (``, `Cuba`)."""
    match = _ARTICLES.match(name)
    return (match["article"].strip().lower(), match["name"]) if match else ("", name)


@cache
def _table() -> Mapping[str, Any]:
    return _read("french.yaml")


@cache
def _issues() -> Mapping[str, str]:
    return _read("french_issues.yaml")


def _read(name: str) -> Mapping[str, Any]:
    import yaml

    try:
        stored = yaml.safe_load(resource_text(name))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadResource(f"{name} cannot be read: {error}") from error
    if not isinstance(stored, dict):
        raise BadResource(f"{name} must hold a table.")
    return stored
