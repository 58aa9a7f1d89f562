"""Exported briefings are compared with what the library would give now."""

import pytest

from briefing.export import FORMATS, Style
from tests.workspace.test_exporting import export, exported, meeting, write_points

__all__ = ["exported", "meeting"]  # fixtures


def check(workspace, meeting, folder, *formats, **style):
    return workspace.exporting.check([meeting], folder, formats or ("md",), style=Style(**style))


def test_briefings_just_written_are_current(workspace, meeting, exported, qapp):
    export(workspace, meeting, exported.parent, *FORMATS)

    assert check(workspace, meeting, exported.parent, *FORMATS) == ()


@pytest.mark.usefixtures("qapp")
def test_a_briefing_stays_current_on_another_day(workspace, meeting, exported, monkeypatch):
    export(workspace, meeting, exported.parent, *FORMATS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1935000000")

    assert check(workspace, meeting, exported.parent, *FORMATS) == ()


def test_a_briefing_is_stale_once_the_library_changed(workspace, meeting, exported, qapp):
    export(workspace, meeting, exported.parent, *FORMATS)
    workspace.reject("ask", [workspace.records(meeting=meeting).asks[0].id])
    problems = check(workspace, meeting, exported.parent, *FORMATS)

    assert {problem.split(" ")[0] for problem in problems} >= {
        str(exported.with_suffix(f".{end}")) for end in ("md", "html", "json", "pdf", "docx")
    }
    assert problems[0].endswith("is stale: 1 gone from the asks.")


def test_a_briefing_edited_outside_its_fences_is_stale(workspace, meeting, exported):
    exported.write_text(exported.read_text().replace("## 1. At a glance", "## 1. In short"))

    (problem,) = check(workspace, meeting, exported.parent)
    assert problem.endswith("is stale: its words are not those of the library.")


def test_a_briefing_with_words_of_the_user_inside_its_fences_is_current(
    workspace, meeting, exported
):
    write_points(exported, "- Thank them.")

    assert check(workspace, meeting, exported.parent) == ()


def test_a_briefing_that_was_not_exported_is_missing(workspace, meeting, exported):
    (problem,) = check(workspace, meeting, exported.parent, profile="bcl")

    assert problem.endswith("-bcl.md is not there.")
