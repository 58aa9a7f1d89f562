"""Any history of operations goes back to its start and forward again."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.library import Library
from briefing.model import HiddenRange, Records, Stated
from tests.library.libraries import state
from tests.library.values import ask, decision, findings, meeting, numbered, person


class Acts:
    """What a user may do, each drawn to act on what is there."""

    def __init__(self, data, session):
        self.data, self.session = data, session
        self.articles = [line.id for line in session.articles.lines()]
        self.meetings = [m.id for m in session.meetings.all()]

    def pick(self, values):
        return self.data.draw(st.sampled_from(values))

    def words(self):
        return self.data.draw(st.text(max_size=5))

    def import_article(self):
        n = len(self.articles) + self.data.draw(st.integers(0, 10**9))
        article = numbered(n)
        if self.session.articles.by_sha256(article.sha256) is None:
            self.session.articles.add(article, "2031")

    def edit_article(self):
        self.session.articles.set(self.pick(self.articles), title=Stated(self.words(), "user"))

    def hide(self):
        end = self.data.draw(st.integers(1, 30))
        self.session.articles.set_hidden(self.pick(self.articles), (HiddenRange(0, end, "user"),))

    def remove_article(self):
        self.session.articles.remove(self.pick(self.articles))

    def extract(self):
        people = findings().people[: self.data.draw(st.integers(0, 1))]
        self.session.findings.put(self.pick(self.articles), findings(people=people))

    def add_meeting(self):
        self.session.meetings.add(meeting(title=self.words()))

    def edit_meeting(self):
        known = self.session.meetings.get(self.pick(self.meetings))
        self.session.meetings.set(replace(known, place=self.words(), host=None))

    def remove_meeting(self):
        self.session.meetings.remove(self.pick(self.meetings))

    def assign(self):
        self.session.meetings.assign(self.pick(self.articles), self.pick(self.meetings))

    def unassign(self):
        self.session.meetings.unassign(self.pick(self.articles), self.pick(self.meetings))

    def decide(self):
        self.session.decisions.add(decision(meeting=None, fields={"text": self.words()}))

    def gather(self):
        keys = self.data.draw(st.lists(st.sampled_from("abcde"), unique=True))
        asks = tuple(ask(key, text=self.words()) for key in keys)
        given = Records(asks=asks, people=tuple(person(key) for key in keys[:2]))
        if self.meetings and self.data.draw(st.booleans()):
            self.session.records.replace(given, meeting=self.pick(self.meetings))
        else:
            self.session.records.replace(given, article=self.pick(self.articles))

    def any(self):
        acts = [self.import_article, self.add_meeting, self.decide]
        if self.articles:
            acts += [self.edit_article, self.hide, self.remove_article, self.extract, self.gather]
        if self.meetings:
            acts += [self.edit_meeting, self.remove_meeting]
        if self.articles and self.meetings:
            acts += [self.assign, self.unassign, self.assign]
        self.pick(acts)()


@pytest.mark.slow
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_history_goes_back_to_its_start_and_forward_again_exactly(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("history")
    with Library.open(folder) as library:
        states = [state(folder)]
        for n in range(data.draw(st.integers(1, 6))):
            with library.operation(f"Act {n}") as session:
                for _ in range(data.draw(st.integers(1, 4))):
                    Acts(data, session).any()
            if state(folder) != states[-1]:
                states.append(state(folder))

        for earlier in reversed(states[:-1]):
            assert library.undo()
            assert state(folder) == earlier
        assert library.undo() is None
        for later in states[1:]:
            assert library.redo()
            assert state(folder) == later
        assert library.redo() is None
