import dataclasses
import datetime as dt
import subprocess
import sys

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.extract.text import document
from briefing.model import Extent, HiddenRange
from briefing.model.finding import PARTLY

PIECES = st.sampled_from(
    [
        "President Lorna Quillfeather", "said", "Canada", "the U.S.", "wants", "tariffs", "on Friday.", "Mr. Oberlin", "“we", "need”",
        "\n\n", "will meet", "in Ottawa.", ",", "a professor of law", "steel", "Ms.", "of", "Sir", "(", "New York",
    ]
)  # fmt: skip


def extents(value):
    if isinstance(value, Extent):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from extents(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from extents(getattr(value, field.name))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(parts=st.lists(PIECES, max_size=30))
def test_every_extent_quotes_its_text(extractor, parts):
    text = " ".join(parts)
    findings = extractor.extract(text, published=dt.date(2023, 3, 20))
    for extent in extents(findings):
        assert text[extent.start : extent.end] == extent.quote


def test_nothing_is_found_in_hidden_text(extractor):
    text = "Photo by Canadian Prime Minister Arvid Stonebridge.\n\nNothing else."
    findings = extractor.extract(text, hidden=(HiddenRange(0, 51, "user"),))
    assert findings.people == ()
    assert len(findings.sentences) == 1


def test_findings_name_backend_and_tables(extractor, tables):
    findings = extractor.extract("Canada spoke.")
    assert findings.backend == extractor.backend
    assert findings.resources == tables.fingerprint


def test_the_same_text_gives_the_same_findings(extractor):
    text = "Canadian Prime Minister Arvid Stonebridge will visit Berlin on Friday."
    first = extractor.extract(text, published=dt.date(2023, 3, 20))
    assert first == extractor.extract(text, published=dt.date(2023, 3, 20))


def test_spacy_is_not_loaded_before_the_first_article():
    code = (
        "import sys; from briefing.extract import Extractor, load_tables; Extractor(load_tables()); "
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_where_the_model_stops_the_rules_go_on_and_it_is_told(extractor, backend, monkeypatch):
    text = "Canada wants Peru to lower its tolls.\nPeru wants Canada to lower its tolls."
    whole = extractor.extract(text)
    monkeypatch.setattr(document, "PARSED", text.index("\n"))
    partly = extractor.extract(text)

    assert whole.backend == backend.name
    if backend.name == "rules":
        assert partly.backend == "rules"
    else:
        assert partly.backend == f"{backend.name}{PARTLY} {text.index('Peru wants')}"
    assert partly.sentences == whole.sentences
