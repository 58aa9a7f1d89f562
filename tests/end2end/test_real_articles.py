"""The five real articles the project starts from, where they are at hand."""

import json
from pathlib import Path

import pytest

from tests.end2end.shell import GOLD, SEEDS, Shell, call

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real articles are not here")


def annotated():
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    home = tmp_path_factory.mktemp("real")
    shell = Shell(home, home / "library")
    for gold in annotated():
        answer = shell("import", "--published", gold["meeting"]["published"], SEEDS / gold["file"])
        assert answer.code == 0, answer.err
    return shell


def test_they_make_the_four_meetings_of_the_annotation(real):
    assert {m["date"] for m in real.json("meetings")} == {
        gold["meeting"]["date"] for gold in annotated()
    }
    assert len(real.json("meetings")) == 4


def test_their_briefings_are_proved(real, tmp_path):
    written = real.json("export", "--all", "-o", tmp_path)["written"]

    assert len(written) == 4
    assert real("verify", *written).code == 0
    assert real("verify").code == 0


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda p: p.name[:3])
def test_what_extract_prints_points_into_the_text(path, tmp_path):
    text = Path(path).read_bytes().decode("utf-8")
    found = call(tmp_path, "extract", path).json

    for item in (*found["asks"], *found["pressure"]):
        assert text[item["start"] : item["end"]] == item["quote"]
    assert found["chars"] == len(text)
