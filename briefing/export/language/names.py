"""How people are named: with the role at first use, by the bare name after."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.export.language.languages import tongue
from briefing.export.language.tongue import Tongue
from briefing.export.language.wording import unquoted
from briefing.model import Person

_FORMER = re.compile(r"^(?:former|ex-)", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\b(?:officials?|sources?|insiders?|aides?|diplomats?|advis[eo]rs?|spokes\w+|people|person|"
    r"ministers?|leaders?|experts?|analysts?|observers?|critics?|government|administration)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_WOMAN = re.compile(r"^(?:Ms|Mrs|Miss|Mme|Lady|Queen|Princess|Baroness|Dame)\b\.?")
_SMALL = frozenset({"of", "the", "and", "for", "to"})


class Names:
    """Knows the people of a meeting and which of them a reader has met on the page.

    Args:
        people: of the meeting.
        speech: the language their offices are told in.
    """

    def __init__(self, people: Iterable[Person], speech: Tongue | None = None) -> None:
        self._speech = speech or tongue("en")
        self._people: dict[str, Person] = {}
        self._met: set[str] = set()
        people = tuple(people)
        for person in people:
            for form in (*person.spelled, person.name):
                self._people.setdefault(_key(form), person)
            self._people[_key(person.name)] = person
        self._add_offices(people)

    def _add_offices(self, people: Iterable[Person]) -> None:
        """Let `the President` stand for a person, where one alone holds that office."""
        holders: dict[str, list[Person]] = {}
        for person in people:
            if role(person) and not _FORMER.match(role(person)):
                holders.setdefault(_key(f"the {role(person)}"), []).append(person)
        for office, who in holders.items():
            if len(who) == 1:
                self._people.setdefault(office, who[0])

    def person(self, name: str) -> Person | None:
        """Return the person a name or a spelling in the text stands for."""
        return self._people.get(_key(name))

    def meet(self, person: Person) -> None:
        """Note that the reader has just read this person's role."""
        self._met.add(person.key)

    def titled(self, name: str) -> str:
        """Return `Prime Minister Ada Holm` at first use, `Ada Holm` after."""
        person = self.person(name)
        if person is None or person.key in self._met or not role(person):
            return unquoted(name)
        self._met.add(person.key)
        office = role(person)
        return unquoted(self._speech.titled(office, person.name, feminine=is_woman(person)))

    def full(self, names: str, attribution: str = "named") -> str:
        """Return `Ada Holm, Prime Minister` at first use; several names stand between `;`."""
        each = [name.strip() for name in names.split(";") if name.strip()]
        return self._speech.listed([self._one(name, attribution) for name in each])

    def with_office(self, person: Person) -> str:
        """Return `Ada Holm, Prime Minister`, whether the reader has met her or not."""
        self._met.add(person.key)
        office = self.office(person)
        return unquoted(f"{person.name}, {office}" if office else person.name)

    def office(self, person: Person) -> str:
        """Return the office a person holds in words, "" where none is known."""
        return self._speech.office(role(person), feminine=is_woman(person)) if role(person) else ""

    def offices(self, roles: Iterable[str], person: Person) -> str:
        """Return several offices of a person as one phrase."""
        each = [self._speech.office(one, feminine=is_woman(person)) for one in roles]
        return self._speech.listed(each)

    def _one(self, name: str, attribution: str) -> str:
        person = self.person(name)
        if person is None:
            return self._speech.voice(name, attribution)
        return unquoted(person.name) if person.key in self._met else self.with_office(person)


def is_woman(person: Person) -> bool:
    """Return whether the sources call a person `Ms.` or by a title of a woman."""
    return any(_WOMAN.match(form) for form in person.spelled)


def role(person: Person) -> str:
    """Return the office a person holds, "" where none is known; a former one only if all are."""
    current = [each for each in person.roles if not _FORMER.match(each)]
    return (current or list(person.roles) or [""])[0]


def tells_role(words: str, person: Person) -> bool:
    """Return whether a sentence holds every word of an office of a person, in any order."""
    told = set(_WORD.findall(words.casefold()))
    offices = (set(_WORD.findall(each.casefold())) - _SMALL for each in person.roles)
    return any(office and office <= told for office in offices)


def all_roles(person: Person) -> list[str]:
    """Return every office a person holds; former ones only where there is no other."""
    current = [each for each in person.roles if not _FORMER.match(each)]
    return current or list(person.roles)


def former_roles(person: Person) -> tuple[str, ...]:
    """Return the offices a person held before."""
    return tuple(each for each in person.roles if _FORMER.match(each))


def is_description(name: str) -> bool:
    """Return whether the words describe a source (`two senior officials`) and do not name one."""
    return bool(_UNNAMED.search(name)) and (name[:1].islower() or not re.search(r"\s[A-Z]", name))


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
