"""Damage libraries and indexes in every way, and see that each is noticed, repaired, and equal."""

import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from briefing.errors import BriefingError
from briefing.library import Library
from briefing.paths import Paths
from briefing.settings import Settings
from briefing.workspace import Extraction, keeping
from tests.soak.desk import Invented, desk, file_of, filled

ARTICLES = 20
QUERIES = ("timber", "envoy", '"duty on timber"', "side:Arland", "bellmark")


@dataclass
class Figures:
    """What came of so many pieces of damage.

    Attributes:
        noticed: how many the program called damage. harmless: how many changed nothing that
            counts. silent: how many it missed, or that showed less than there was.
        short: libraries, repaired, that lack an article or a decision of the last backup, are not
            sound, or whose damaged file was not kept as it was; indexes that answer otherwise.
    """

    kind: str
    damaged: int = 0
    noticed: int = 0
    harmless: int = 0
    silent: int = 0
    short: int = 0

    @property
    def bad(self):
        return self.silent + self.short

    def __str__(self):
        return (
            f"{self.kind}: {self.damaged} damaged, {self.noticed} noticed and repaired, "
            f"{self.harmless} harmless, {self.silent} silent, {self.short} not whole after repair"
        )


def truncated(data, chance):
    return data[: chance.randrange(len(data))]


def flipped(data, chance):
    out = bytearray(data)
    for _ in range(chance.randint(1, 40)):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def zeroed(data, chance):
    out = bytearray(data)
    start = chance.randrange(len(out))
    end = min(len(out), start + chance.choice([16, 512, 4096, 20000]))
    out[start:end] = bytes(end - start)
    return bytes(out)


def shuffled(data, chance):
    pages = [data[n : n + 4096] for n in range(0, len(data), 4096)]
    if len(pages) < 2:
        return b"".join(pages)[::-1]
    first, second = chance.sample(range(len(pages)), 2)
    pages[first], pages[second] = pages[second], pages[first]
    return b"".join(pages)


def gone(data, chance):
    return None


HOW = (truncated, flipped, zeroed, shuffled, gone)


@contextmanager
def invented_extraction():
    """Nothing is loaded where a repair reads articles again."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Extraction, "of_text", Invented.of_text)
        patched.setattr(Extraction, "of_article", Invented.of_article)
        yield


def libraries(place, rounds, chance):
    """Damage the database; the program must notice and make the library whole."""
    figures = Figures("libraries")
    model = place / "model" / "library"
    model.parent.mkdir()
    _grow(model)
    paths = Paths.under(place / "home")
    with invented_extraction():
        for number in range(rounds):
            folder = place / f"round {number}" / "library"
            shutil.copytree(model.parent, folder.parent)
            _damage(folder / "library.sqlite3", HOW[number % len(HOW)], chance)
            figures.damaged += 1
            _repair(folder, paths, figures)
            shutil.rmtree(folder.parent)
    return figures


def _grow(folder):
    """Twenty articles, thirteen of them and three decisions known to the only backup."""
    meeting = filled(folder, 13)
    with desk(folder) as workspace:
        asks = workspace.records(meeting=meeting).asks
        workspace.accept("ask", [asks[0].id])
        workspace.edit("ask", asks[0].id, text="lower duty")
        workspace.set_meeting(meeting, host="Bellmark")
    for backup in (folder / "backups").iterdir():
        backup.unlink()
    with desk(folder):
        pass  # makes the backup at its end
    with desk(folder) as workspace:
        files = [file_of(folder.parent / "in", n) for n in range(13, ARTICLES)]
        workspace.import_paths(files)
        workspace.star("article", 1, on=True)


def _damage(file, how, chance):
    data = how(file.read_bytes(), chance)
    if data is None:
        file.unlink()
    else:
        file.write_bytes(data)


def _repair(folder, paths, figures):
    file = folder / "library.sqlite3"
    found = file.read_bytes() if file.exists() else None
    problems = keeping.damage_of(folder)
    try:
        with desk(folder, create=True) as workspace:
            count = len(workspace.overview().articles)
    except BriefingError:
        count = 0
        problems = problems or ("it does not open",)
    if not problems:
        figures.harmless += 1
        figures.silent += count < ARTICLES
        return
    figures.noticed += 1
    if count and found is not None:
        found = file.read_bytes()  # it opened: what is kept aside is what it became
    done = keeping.repair(folder, paths, Settings())
    if not _whole(folder, done, found):
        figures.short += 1
        sys.stderr.write(f"round {figures.damaged}: {done}\n")


def _whole(folder, done, found):
    with Library.open(folder) as library, library.reading() as session:
        articles = len(session.articles.lines())
        decisions = len(session.decisions.all())
        sound = library.check() == ()
        texts = {session.articles.get(line.id).sha256 for line in session.articles.lines()}
    kept = found is None or (done.aside and done.aside[0].read_bytes() == found)
    originals = {path.name for path in (folder / "originals").iterdir()}
    return sound and kept and articles >= ARTICLES and decisions >= 2 and originals <= texts


def indexes(place, rounds, chance):
    """Damage the search index; the next search must answer as that of a new one."""
    figures = Figures("indexes")
    model = place / "model" / "library"
    model.parent.mkdir()
    filled(model, 40)
    with desk(model) as workspace:
        expected = _answers(workspace)
    for number in range(rounds):
        folder = place / f"round {number}" / "library"
        shutil.copytree(model.parent, folder.parent)
        files = sorted(f for f in (folder / "index").rglob("*") if f.is_file())
        file = chance.choice([f for f in files if f.stat().st_size])
        before = file.read_bytes()
        _damage(file, HOW[number % len(HOW)], chance)
        if number % 25 == 24:
            shutil.rmtree(folder / "index")
        changed = not file.exists() or file.read_bytes() != before
        figures.damaged += 1
        with desk(folder) as workspace:
            ready = workspace.index_state() == "ready"
            figures.noticed += not ready
            # The manifest keeps the lines of former commits, which count no more.
            same = ready and (not changed or _answers(workspace) == expected)
            figures.harmless += same
            figures.silent += ready and not same
            workspace.catch_up_index()
            figures.short += workspace.index_state() != "ready" or _answers(workspace) != expected
        shutil.rmtree(folder.parent)
    return figures


def _answers(workspace):
    found = [workspace.search(query, limit=100) for query in QUERIES]
    return [(r.total, sorted((h.article, h.ask or 0) for h in r.hits), r.message) for r in found]
