"""The library of `resources/sample/` as it was read once, so that golden files hold the export
alone to account.

What extraction finds changes with every better rule; it has tests of its own. `make golden` imports
the sample anew, through the real program, and writes this content and the golden files again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.export import Style, make, prepared_on
from briefing.export.parts.template import profiles
from briefing.library.codec import from_plain, plain
from briefing.model import Briefing

DATA = Path(__file__).parents[1] / "data"
CONTENT = DATA / "sample-library.json"
EXPECTED = DATA / "expected" / "sample-library"
SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
EPOCH = "1767225600"  # 1 January 2026, as SOURCE_DATE_EPOCH
# In French one profile more than the default tells all there is to tell of the language.
FRENCH = ("leaders-meeting", "one-pager")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One golden file: the meeting's number in the list, and how its briefing is written."""

    meeting: int
    profile: str
    language: str
    format: str


def wanted() -> list[Wanted]:
    """Return every golden file there is to be."""
    count = len(json.loads(CONTENT.read_text(encoding="utf-8")))
    styles = [(profile, "en", "md") for profile in profiles()]
    styles += [(profile, "fr", "md") for profile in FRENCH]
    styles += [("leaders-meeting", "en", name) for name in ("html", "json", "csv")]
    return [Wanted(meeting, *style) for meeting in range(count) for style in styles]


def briefings() -> tuple[Briefing, ...]:
    """Return the content of every briefing of the sample library."""
    stored = json.loads(CONTENT.read_text(encoding="utf-8"))
    return tuple(_with_texts(from_plain(Briefing, each)) for each in stored)


def made(source: Briefing, style: Wanted) -> dict[str, bytes]:
    """Return the golden files of one style: their names and what is to be in them."""
    dated = replace(source, prepared=prepared_on())
    chosen = Style(profile=style.profile, language=style.language)
    name = f"{style.meeting + 1}-{style.profile}-{style.language}"
    return {f"{name}{end}": data for end, data in make(dated, (style.format,), chosen).files}


def renew() -> None:
    """Import the sample through the program and write its content and every golden file anew."""
    CONTENT.write_text(_content(), encoding="utf-8")
    EXPECTED.mkdir(parents=True, exist_ok=True)
    for old in EXPECTED.iterdir():
        old.unlink()
    sources = briefings()
    for style in wanted():
        for name, data in made(sources[style.meeting], style).items():
            (EXPECTED / name).write_bytes(data)


def _content() -> str:
    from briefing.paths import Paths
    from briefing.settings import Settings
    from briefing.workspace import open_workspace
    from briefing.workspace.briefs.contents import Contents

    with TemporaryDirectory() as folder:
        paths = Paths.under(Path(folder))
        workspace = open_workspace(Path(folder) / "library", paths, Settings())
        workspace.import_paths([SAMPLE])
        meetings = sorted(workspace.overview().meetings, key=lambda each: each.date or each.title)
        contents = Contents(workspace.library)
        found = [_without_texts(contents.of(each.id).briefing) for each in meetings]
        workspace.close()
    rows = [plain(each) for each in found]
    for row in rows:
        for meeting in (row["meeting"], *(row["earlier"] or ())[:1]):
            del meeting["confirmed"]  # nothing is, right after an import
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
    return "[" + ",\n".join(lines) + "]\n"


def _without_texts(source: Briefing) -> Briefing:
    """What changes from run to run, and the texts, which lie in `resources/sample`, are left
    out."""
    articles = [replace(each, text="", imported_at="") for each in source.articles]
    return replace(source, articles=tuple(articles), library="sample", version="", prepared="")


def _with_texts(source: Briefing) -> Briefing:
    articles = [
        replace(each, text=(SAMPLE / each.file_name).read_bytes().decode("utf-8"))
        for each in source.articles
    ]
    return replace(source, articles=tuple(articles))
