"""A damaged file is called damaged, or read rightly; it is never a crash or an empty library."""

import random

import pytest

from briefing.errors import BriefingError
from briefing.library import Library
from tests.library.values import findings, meeting, numbered, records

ARTICLES = 12


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sound") / "library"
    with Library.open(folder) as library:
        for n in range(ARTICLES):
            with library.operation("Import") as session:
                article = session.articles.add(numbered(n), "2031")
                held = session.meetings.add(meeting(articles=(article,)))
                session.findings.put(article, findings())
                session.records.replace(records(article), meeting=held)
    return (folder / "library.sqlite3").read_bytes()


def truncated(data, chance):
    return data[: chance.randrange(1, len(data))]


def flipped(data, chance):
    out = bytearray(data)
    for _ in range(chance.randint(1, 40)):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def zeroed(data, chance):
    out = bytearray(data)
    start = chance.randrange(len(out))
    length = chance.choice([16, 512, 4096, 20000])
    out[start : start + length] = bytes(len(out[start : start + length]))
    return bytes(out)


def shuffled(data, chance):
    pages = [data[n : n + 4096] for n in range(0, len(data), 4096)]
    first, second = chance.sample(range(len(pages)), 2)
    pages[first], pages[second] = pages[second], pages[first]
    return b"".join(pages)


def read_all(folder):
    with Library.open(folder) as library:
        with library.reading() as session:
            for line in session.articles.lines():
                session.articles.get(line.id)
                session.findings.get(line.id)
            for held in session.meetings.all():
                session.records.of(meeting=held.id)
            count = len(session.articles.lines())
        problems = library.check()
        library.undo()
        library.redo()
    return count, problems


@pytest.mark.slow
@pytest.mark.parametrize("how", [truncated, flipped, zeroed, shuffled])
def test_no_damage_is_a_crash_or_an_empty_library(sound, tmp_path, how):
    told = 0
    for seed in range(60):
        folder = tmp_path / str(seed)
        folder.mkdir()
        (folder / "library.sqlite3").write_bytes(how(sound, random.Random(seed)))
        try:
            count, problems = read_all(folder)
        except BriefingError:
            told += 1
        else:
            assert count == ARTICLES or problems
            told += bool(problems)

    assert told > 20
