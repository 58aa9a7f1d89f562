"""What the sections of one briefing share while it is put together."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.export.language.cutting import clipped
from briefing.export.language.headings import Headings, prompts
from briefing.export.language.languages import tongue
from briefing.export.language.names import Names
from briefing.export.language.wording import title_words, unquoted
from briefing.export.outlines.notes import Notes, opening
from briefing.export.outlines.outline import Line, Run, User
from briefing.export.parts.ledger import Ledger
from briefing.export.parts.plan import Plan
from briefing.export.parts.weight import ask_order, is_shown, issue_order
from briefing.model import Article, Ask, Briefing, Issue, Span

_TITLE_WORDS, _OPENING_WORDS = 7, 10
FIXED_PLACES = ("marking", "objectives", "points", "press", "next-steps")


class Content:
    """The content of one briefing, sorted, with its footnotes and names.

    Args:
        briefing: the content.
        headings: the fixed words of its language.
        plan: its order and limits.
        since: what the last version held, to tell what changed; None where there is none.
    """

    def __init__(
        self, briefing: Briefing, headings: Headings, plan: Plan, since: Ledger | None = None
    ) -> None:
        self.briefing = briefing
        self.headings = headings
        self.speech = tongue(headings.language)
        self.limits = plan.limits
        self.has_rest = plan.annexes[:1] == ("further",)
        self._has_raised = any("raised" in chapter.parts for chapter in plan.sections)
        self.since = since
        self.changes = since.changes(Ledger.of(briefing)) if since else ()
        self.notes = Notes(briefing.articles)
        self.names = Names(briefing.records.people, self.speech)
        self.articles = {article.id: article for article in briefing.articles}
        self.used: set[str] = set()
        self._users = {section.name: section.text for section in briefing.user_sections}
        sides = briefing.meeting.sides
        self.our_side = briefing.our_side or (sides[0] if sides else "")
        self.other_sides = tuple(side for side in sides if side != self.our_side)
        shown = [ask for ask in briefing.records.asks if is_shown(ask)]
        shown.sort(key=lambda ask: ask_order(self.articles, ask))
        self.ours = tuple(ask for ask in shown if ask.side == self.our_side)
        self.theirs = tuple(ask for ask in shown if ask.side != self.our_side)
        self.issues = self._sorted_issues(shown)
        self._joint = joint(shown)

    @property
    def asks(self) -> tuple[Ask, ...]:
        """Every ask that is shown, ours first."""
        return self.ours + self.theirs

    def is_joint(self, ask: Ask) -> bool:
        """Return whether another side wants the very same, as in a joint statement."""
        return ask.key in self._joint

    @property
    def is_foreign(self) -> bool:
        """Return whether the sources are of another language than the briefing."""
        return any(a.language != self.speech.language for a in self.briefing.articles)

    @property
    def main_issues(self) -> tuple[Issue, ...]:
        """The issues that get a part of their own."""
        return self.issues[: self.limits["issues"]]

    def candidates(self, *, ours: bool) -> int:
        """Return how many asks of one side are too uncertain to be shown."""
        asks = [ask for ask in self.briefing.records.asks if not is_shown(ask)]
        return sum((ask.side == self.our_side) == ours for ask in asks if ask.status != "rejected")

    def listed(self, labels: Iterable[str]) -> str:
        """Return subjects in a row; where one of them holds an `and`, all are set apart by `;`."""
        return self.speech.in_row([unquoted(self.speech.issue(label)) for label in labels])

    def cited(self, text: str, spans: Iterable[Span], style: str = "") -> Run:
        """Return words with the footnotes of these spans."""
        return Run(text, style, self.notes.cite(spans))

    def user(self, name: str, prompt: str) -> User:
        """Return the user's section of that name, with what they wrote before.

        Args:
            name: the name of the section.
            prompt: the key of its prompt among the headings.
        """
        self.used.add(name)
        text = self._users.get(name, "")
        return User(name, "" if is_prompt(text) else text, self.headings.prompts[prompt])

    def kept(self) -> tuple[User, ...]:
        """Return what the user wrote into places the sources no longer give rise to.

        What belongs to sections of other plans is not shown; the library keeps it.
        """
        return tuple(
            User(name, text)
            for name, text in self._users.items()
            if name not in self.used and not is_prompt(text) and self._had_place(name)
        )

    def _had_place(self, name: str) -> bool:
        if name.startswith("if-raised-"):
            return self._has_raised
        return name not in FIXED_PLACES

    def is_stale(self, name: str, label: str) -> bool:
        """Return whether the user's words on an issue are older than a change of its asks."""
        touched = any(label in change.issues for change in self.changes)
        return bool(
            self.since and touched and self.since.has_words(name, self._users.get(name, ""))
        )

    def label(self, key: str) -> str:
        """Return a fixed word."""
        return self.headings.labels[key]

    def strong_label(self, key: str) -> Run:
        """Return a fixed word as the bold start of a line."""
        return Run(self.headed(self.headings.labels[key]), "strong")

    def strong(self, words: str) -> Run:
        """Return words as a bold line of their own, with a colon."""
        return Run(self.headed(words), "strong")

    def headed(self, words: str) -> str:
        """Return words that head a line."""
        return self.speech.headed(words)

    def column(self, key: str) -> str:
        """Return the head of a column."""
        return self.headings.columns[key]

    def outlet(self, article: Article) -> str:
        """Return an article's name in a table: its outlet, else its title or day, else its file."""
        if article.outlet:
            return unquoted(article.outlet)
        if article.title:
            return self.speech.named(unquoted(clipped(article.title, _TITLE_WORDS)))
        if article.published:
            return self.speech.say("article_of", day=self.headings.day(article.published))
        return unquoted(article.file_name)

    def titled(self, article: Article) -> str:
        """Return the title of an article, or the first words of one that has none."""
        if article.title:
            return title_words(article.title)
        return self.speech.say("begins", words=unquoted(opening(article, _OPENING_WORDS)))

    def _sorted_issues(self, asks: list[Ask]) -> tuple[Issue, ...]:
        live = [issue for issue in self.briefing.records.issues if issue.status != "rejected"]
        return tuple(sorted(live, key=lambda issue: issue_order(self.articles, asks, issue)))


def joint(asks: Iterable[Ask]) -> frozenset[str]:
    """Return the keys of the asks that several sides have in common, word for word."""
    by_words: dict[tuple[str, str], list[Ask]] = {}
    for ask in asks:
        by_words.setdefault((ask.kind, ask.text.casefold()), []).append(ask)
    groups = (each for each in by_words.values() if len({ask.side for ask in each}) > 1)
    return frozenset(ask.key for group in groups for ask in group)


def is_prompt(text: str) -> bool:
    """Return whether a user section still holds nothing of the user's own."""
    return not text.strip() or text.strip() in prompts()


def line(*parts: str | Run | User) -> Line:
    """Return a line of plain words and runs."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts if part != "")
