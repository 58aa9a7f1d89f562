"""A full disk is told in a sentence, loses nothing, and reading goes on."""

import json
import sys

import pytest

from tests.library.processes import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")

FILL = """
import json, resource, sys
from pathlib import Path
from briefing.errors import StorageFull
from briefing.library import Library
from tests.library.values import numbered, findings
folder, limit = Path(sys.argv[1]), int(sys.argv[2])
done, sentence, stage = 0, "", "open"
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
try:
    library = Library.open(folder)
except StorageFull as error:
    print(json.dumps({"stage": "open", "sentence": str(error)}))
    raise SystemExit
try:
    for n in range(400):
        text = numbered(n, original=b"")
        with library.operation(f"Import {n}") as session:
            session.findings.put(session.articles.add(text, "2031"), findings())
        done += 1
except StorageFull as error:
    sentence = str(error)
with library.reading() as session:
    readable = len(session.articles.lines())
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
with library.operation("After space was freed") as session:
    after = session.articles.add(numbered(10**6, original=b""), "2031")
problems = [p for p in library.check() if "original" not in p]
history = len(library.history())
library.close()
print(json.dumps({"stage": "write", "sentence": sentence, "done": done, "readable": readable,
                  "problems": problems, "history": history}))
"""

KEEP = """
import resource, sys, hashlib
from pathlib import Path
from briefing.errors import StorageFull
from briefing.library import Library
folder = Path(sys.argv[1])
with Library.open(folder) as library:
    resource.setrlimit(resource.RLIMIT_FSIZE, (5000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    for act in (
        lambda: library.keep_original(b"x" * 6000, hashlib.sha256(b"x" * 6000).hexdigest()),
        lambda: library.backup(folder / "b.zip"),
    ):
        try:
            act()
        except StorageFull as error:
            print(error)
print(sorted(f.name for f in folder.rglob("*")))
"""


@pytest.mark.slow
@pytest.mark.parametrize("limit", [*range(20_000, 420_000, 40_000), 1_000_000])
def test_a_full_disk_is_named_and_loses_nothing(folder, limit):
    told = json.loads(run(FILL, folder, limit))

    assert f"The disk that holds {folder} has no room left" in told["sentence"]
    if told["stage"] == "write":
        assert told["readable"] == told["done"]
        assert told["history"] == min(told["done"] + 1, 200)
        assert told["problems"] == []
    else:
        assert list(folder.iterdir()) == []


def test_an_original_or_a_backup_that_has_no_room_leaves_nothing(folder):
    out = run(KEEP, folder).splitlines()

    assert [line.split(" has ")[1][:12] for line in out[:2]] == ["no room left"] * 2
    assert out[2] == "['library.sqlite3', 'originals']"
