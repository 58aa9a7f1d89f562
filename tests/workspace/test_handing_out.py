"""Original files copied out under the names they came with."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import NotFound
from briefing.workspace.briefs.handing_out import LONGEST, safe_name


def test_two_files_of_one_name_are_told_apart_by_a_number(workspace, tmp_path):
    for folder, text in (("a", "The ferry sails.\n"), ("b", "The bridge is shut.\n")):
        tmp_path.joinpath(folder).mkdir()
        tmp_path.joinpath(folder, "news.txt").write_text(text)
    workspace.import_paths([tmp_path / "a", tmp_path / "b"])
    out = tmp_path / "out"
    out.mkdir()
    made = workspace.hand_out((1, 2), out)
    assert [path.name for path in made] == ["news.txt", "news (2).txt"]
    assert [path.read_text() for path in made] == ["The ferry sails.\n", "The bridge is shut.\n"]


def test_an_article_that_is_gone_is_named(workspace, tmp_path):
    with pytest.raises(NotFound):
        workspace.hand_out((7,), tmp_path)


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("Talks in Sund.pdf", "Talks in Sund.pdf"),
        ("../../.bashrc", "bashrc"),
        ("a\\b:c?.txt", "a_b_c_.txt"),
        ("report\u202efdp.txt", "reportfdp.txt"),
        ("line\nbreak.txt", "linebreak.txt"),
        ("...", ""),
        ("no end", "no end"),
    ],
)
def test_a_name_is_one_that_any_desktop_takes(given_, kept):
    assert safe_name(given_) == kept


@given(st.text(max_size=400))
def test_no_name_leads_elsewhere_is_hidden_or_too_long(name):
    made = safe_name(name)
    assert "/" not in made
    assert not made.startswith(".")
    assert len(made.encode()) <= LONGEST + 1
    assert not any(unicodedata.category(c)[0] == "C" for c in made)
    assert made == safe_name(made)
