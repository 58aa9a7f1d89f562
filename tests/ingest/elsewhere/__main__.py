"""`python -m tests.ingest.elsewhere FOLDER`: let other programs write articles, import them,
compare.

Prints a line for each program and format: how many files came through with the right text, title
and date, and below it what went wrong.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from briefing.errors import UnreadableFile
from briefing.ingest import IsolatedReader, read_articles
from briefing.model import ImportedText
from tests.ingest.elsewhere.articles import ARTICLES, DAYS
from tests.ingest.elsewhere.programs import PROGRAMS
from tests.ingest.making import shown

DATED = frozenset({"mutt", "s-nail"})
"""Programs that date what they write themselves, with today."""


def main() -> None:
    """Make what the programs installed can make, read it, print the table."""
    place = Path(sys.argv[1])
    only = sys.argv[2:]
    for name, (command, make) in PROGRAMS.items():
        if only and name not in only:
            continue
        folder = place / name.replace(" ", "-").replace(",", "")
        if not shutil.which(command):
            sys.stdout.write(f"{name}: not installed\n")
            continue
        if not folder.exists():
            folder.mkdir(parents=True)
            try:
                make(folder)
            except (subprocess.SubprocessError, OSError) as error:
                told = getattr(error, "stderr", b"") or b""
                sys.stdout.write(f"{name}: {error} {told[-300:]!r}\n")
        report(name, folder)


def report(program: str, folder: Path) -> None:
    """Print how the files of one program came through."""
    tried: dict[str, list[list[str]]] = defaultdict(list)
    with IsolatedReader() as reader:
        for path in sorted(p for p in folder.iterdir() if p.is_file()):
            if path.suffix in {
                ".html",
                ".docx",
                ".odt",
                ".rtf",
                ".pdf",
                ".txt",
                ".md",
                ".eml",
                ".mbox",
                ".rss",
                ".atom",
                ".mhtml",
                ".zip",
            }:
                tried[path.suffix] += _problems(path, reader, program)
    for suffix, all_problems in sorted(tried.items()):
        wrong = [[p.split(":")[0] for p in problems] for problems in all_problems]
        right = {what: sum(what not in one for one in wrong) for what in ("text", "title", "date")}
        told = ", ".join(f"{what} {count}" for what, count in right.items())
        sys.stdout.write(f"{program:22} {suffix:6} {len(all_problems):3} tried: {told}\n")
        for problem in [p for problems in all_problems for p in problems]:
            sys.stdout.write(f"      {problem[:260]}\n")


def _problems(path: Path, reader: IsolatedReader, program: str) -> list[list[str]]:
    try:
        found = list(read_articles(path, reader.articles_of))
    except UnreadableFile as error:
        return [[f"text: {error}", "title: ", "date: "]]
    several = path.name.startswith("all")
    if several and len(found) != len(ARTICLES):
        return [[f"text: {path.name} gave {len(found)} articles", "title: ", "date: "]]
    return [list(_of_article(one, path, several, program)) for one in found]


def _of_article(one: object, path: Path, several: bool, program: str):
    if not isinstance(one, ImportedText):
        yield from (f"text: {getattr(one, 'reason', one)}", "title: ", "date: ")
        return
    name = _name(one, path, several)
    if name not in ARTICLES:
        yield f"text: {path.name} is none of the articles: {one.text[:80]!r}"
        return
    title, _, _, paragraphs = ARTICLES[name]
    missing = next((p for p in paragraphs if _plain(p) not in _plain(shown(one))), None)
    if missing:
        yield f"text: {path.name} lacks {missing[:60]!r}: {_near(shown(one), missing)!r}"
    if one.title is None or _plain(one.title.value) != _plain(title):
        yield f"title: {path.name} {one.title}"
    if program not in DATED and (one.published and one.published.value) != DAYS[name]:
        yield f"date: {path.name} {one.published}"


def _name(one: ImportedText, path: Path, several: bool) -> str:
    if not several:
        return path.stem.partition("-")[0]
    return next((n for n, a in ARTICLES.items() if _plain(a[3][0])[:40] in _plain(one.text)), "")


def _near(text: str, paragraph: str) -> str:
    at = text.find(paragraph.split(maxsplit=1)[0])
    return text[max(at, 0) : max(at, 0) + 150]


def _plain(text: str) -> str:
    for mark, plain in (
        ("’", "'"),
        ("“", '"'),
        ("”", '"'),
        ("—", "-"),
        ("–", "-"),
        ("---", "-"),
        ("``", '"'),
        ("''", '"'),
        ("\xad", ""),
    ):
        text = text.replace(mark, plain)
    return " ".join(text.split())


if __name__ == "__main__":
    main()
