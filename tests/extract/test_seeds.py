"""What extraction reaches on the annotated articles beside the checkout; skipped where absent."""

import importlib.util
import json
from pathlib import Path

import pytest

from tests.extract.predict import chrome, findings_of, in_gold_shape, read_text

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="no seed articles here")


@pytest.fixture(scope="module")
def score(extractor, tmp_path_factory):
    out = tmp_path_factory.mktemp("findings")
    for path in sorted((SHARED / "gold").glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        text = read_text(SHARED / "seeds" / truth["file"])
        found = findings_of(extractor, truth, text, chrome(text), confirmed=False)
        (out / path.name).write_text(json.dumps(in_gold_shape(found)), encoding="utf-8")
    return _scorer().score(str(SHARED / "gold"), str(out), str(SHARED / "none"))["total"]


def _scorer():
    spec = importlib.util.spec_from_file_location("score", SHARED / "tools" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_the_people_of_the_seeds_are_found(score):
    assert score["people"]["f1"] >= 0.97


@pytest.mark.parametrize(
    ("what", "least"),
    [("side", 0.95), ("role", 0.92), ("kind", 0.92), ("participation", 0.95), ("date", 1.0), ("host", 1.0), ("place", 1.0)],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_what_is_told_of_people_and_meeting_is_right(score, what, least):
    assert score[what]["rate"] >= least
