"""Write findings in the shape of the gold, to be scored: `python -m tests.extract.predict GOLD TEXTS OUT`.

Options: `--sides` gives the sides of the gold as if the user had confirmed them; `--bare` leaves
chrome in. The publication date of the gold is given always, as an importer or the user would.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

from briefing.extract import Extractor, load_tables
from briefing.model import Findings, HiddenRange


def main(arguments: list[str]) -> None:
    options = {a for a in arguments if a.startswith("--")}
    gold, texts, out = (Path(a) for a in arguments if not a.startswith("--"))
    out.mkdir(parents=True, exist_ok=True)
    extractor = Extractor(load_tables())
    for path in sorted(gold.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        text = read_text(texts / truth["file"])
        hidden = () if "--bare" in options else chrome(text)
        findings = findings_of(extractor, truth, text, hidden, confirmed="--sides" in options)
        shaped = json.dumps(in_gold_shape(findings), ensure_ascii=False, indent=1)
        (out / path.name).write_text(shaped, encoding="utf-8")


def read_text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def chrome(text: str) -> tuple[HiddenRange, ...]:
    from briefing.ingest import hide_chrome

    return hide_chrome(text)


def findings_of(extractor, truth, text, hidden, *, confirmed: bool) -> Findings:
    meeting = truth["meeting"] or {}
    published = meeting.get("published") or truth.get("published")
    return extractor.extract(
        text,
        published=dt.date.fromisoformat(published) if published else None,
        hidden=hidden,
        sides=meeting.get("sides", ()) if confirmed else (),
    )


def in_gold_shape(findings: Findings) -> dict[str, object]:
    return {
        "meeting": _meeting(findings),
        "people": [
            {
                "name": p.name, "side": p.side, "roles": list(p.roles), "kind": p.kind,
                "participation": p.participation, "spelled": list(p.spelled), "why": p.why,
            }
            for p in findings.people
        ],
        "issues": [
            {
                "label": i.label, "aliases_in_text": list(i.aliases),
                "sentences": [[s.start, s.end] for s in i.sentences],
            }
            for i in findings.issues
        ],
        "asks": [
            {
                "side": a.side, "of": a.of, "kind": a.kind, "text": a.text, "issues": list(a.issues),
                "voiced_by": a.voiced_by, "attribution": a.attribution, "band": a.band,
                "start": a.sentence.start, "end": a.sentence.end, "quote": a.sentence.quote, "why": a.why,
            }
            for a in findings.asks
        ],
        "boilerplate": [[h.start, h.end] for h in findings.hidden],
    }  # fmt: skip


def _meeting(findings: Findings) -> dict[str, object] | None:
    if not findings.meetings:
        return None
    meeting = findings.meetings[0]
    return {
        "title": meeting.title,
        "date": meeting.date.isoformat() if meeting.date else None,
        "date_text": meeting.date_text, "date_in_text": meeting.date_in_text,
        "date_basis": meeting.date_basis, "end_date": str(meeting.end_date or ""), "place": meeting.place,
        "place_text": meeting.place_text, "sides": list(meeting.sides),
        "leaders": dict(meeting.leaders), "host": meeting.host,
    }  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
