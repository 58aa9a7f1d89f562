"""The texts, as the library keeps them: in SQLite, with their sentences."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path


def write(path: Path, articles: Iterable[dict[str, str]]) -> None:
    """Write articles into a new database; ids begin at 1."""
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.execute("create table doc (id integer primary key, title, body, source, date, sentences)")
    db.executemany(
        "insert into doc values (?, ?, ?, ?, ?, ?)",
        (
            (a["id"] + 1, a["title"], a["body"], a["source"], a["date"], sentences(a["body"]))
            for a in articles
        ),
    )
    db.commit()
    db.close()


def snippet(text: str, words: list[str], stem) -> str:
    """Return the stretch of a text that has most of some words, for engines that cut none."""
    wanted = {stem(word) for word in words}
    begins = "|".join(re.escape(word[:3]) for word in wanted)
    found = [
        (m.start(), m.end())
        for m in re.finditer(rf"\b(?:{begins})\w*", text.lower())
        if stem(m[0]) in wanted
    ]
    if not found:
        return text[:220]
    start = max(found, key=lambda at: sum(at[0] <= a < at[0] + 220 for a, _ in found))[0]
    marked, last = "", start
    for low, high in found:
        if start <= low and high <= start + 220:
            marked += f"{text[last:low]}<b>{text[low:high]}</b>"
            last = high
    return marked + text[last : start + 220]


def sentences(text: str) -> str:
    """Return where the sentences of a text begin and end, as JSON."""
    ends = [m.end() for m in re.finditer(r"\.(?=\s|$)", text)]
    starts = [0, *(m.end() for m in re.finditer(r"\.\s+", text))]
    return json.dumps(list(zip(starts, ends, strict=False)))
