"""Which outlet a text comes from, by the clearest evidence the text has, with that as the reason.

Picture and report credits are no evidence: they name agencies, not the outlet of the article.
"""

from __future__ import annotations

import re
from collections import Counter

from briefing.ingest.known.chrome_rules import chrome_rules
from briefing.ingest.known.outlets import Outlet, known_outlets
from briefing.ingest.metadata.evidence import Evidence
from briefing.ingest.text.fields import Fields
from briefing.model import Stated

_NOT_EVIDENCE = re.compile(
    r"photo-credit|report-credit|byline|read-more|bracketed-link|related-heading|popular-heading|item-text|shouted-link|video-title|^tag$|first-published-by|contributed-end"
)
_WIRE = re.compile(
    r"\A\s*(?:[A-Z][\w ./’'-]{2,50}(?:, [A-Z][\w.]+)?\.? )?\((?P<outlet>[A-Z][\w ]{1,30})\)\s?[-–—]",
    re.MULTILINE,
)
_HEARD = re.compile(r"\b(?:told|speaking|interview)\b")
_HEARD_BY = re.compile(
    r"\b(?:told|speaking to|speaking with|in an interview with|interview with)\s(?:the\s)?$"
)


def find_outlet(evidence: Evidence, fields: Fields, in_title: str) -> Stated | None:
    """Return the outlet with the reason, or None where nothing clear names one.

    Args:
        evidence: the lines of the text.
        fields: what the file says of itself.
        in_title: the outlet that stood at the end of the title, or "".
    """
    return (
        _of_fields(fields)
        or _of_title(in_title)
        or _of_dateline(evidence)
        or _of_page(evidence)
        or _of_page_phrases(evidence)
        or _of_hearer(evidence)
    )


def _of_fields(fields: Fields) -> Stated | None:
    if "outlet" in fields:
        stated = fields["outlet"]
        known = known_outlets().named(stated.value) or known_outlets().of_page(stated.value)
        return Stated(known.name if known else stated.value, stated.reason)
    if "address" in fields and (known := known_outlets().of_page(fields["address"].value)):
        return Stated(known.name, f"the address of the page, {fields['address'].reason}")
    return None


def _of_title(in_title: str) -> Stated | None:
    return Stated(in_title, "the end of the title") if in_title else None


def _of_dateline(evidence: Evidence) -> Stated | None:
    for seen in evidence.shown()[:3]:
        match = _WIRE.match(seen.line.text)
        if match and (outlet := known_outlets().named(match["outlet"])):
            return Stated(outlet.name, f"the dateline “{match.group().strip()}”")
    for item in evidence.hidden:
        if item.rule == "network-dateline":
            words = evidence.text[item.start : item.end]
            if outlet := known_outlets().named(words.strip("() —–")):
                return Stated(outlet.name, f"the dateline “{words}”")
    return None


def _of_page(evidence: Evidence) -> Stated | None:
    """The one outlet named in the page's own lines: its foot, its invitations, its copyright."""
    found: dict[Outlet, str] = {}
    for item in evidence.hidden:
        if _NOT_EVIDENCE.search(item.rule):
            continue
        words = evidence.text[item.start : item.end]
        for outlet, match in known_outlets().mentioned(words):
            found.setdefault(outlet, _around(words, match))
        page = known_outlets().of_page(words)
        if page and page.kind != "agency":
            found.setdefault(page, words)
    if len(found) != 1:
        return None
    outlet, words = next(iter(found.items()))
    return Stated(outlet.name, f"the page around the article says “{' '.join(words.split())[:80]}”")


def _around(words: str, match: re.Match[str]) -> str:
    start = max(words.rfind("\n", 0, match.start()) + 1, match.start() - 40)
    end = words.find("\n", match.end())
    return words[start : min(end if end >= 0 else len(words), match.end() + 40)]


def _of_page_phrases(evidence: Evidence) -> Stated | None:
    """The publisher whose pages alone show a phrase that was hidden."""
    publishers = {rule.id: rule.publisher for rule in chrome_rules().rules if rule.publisher}
    for item in evidence.hidden:
        outlet = (
            known_outlets().named(publishers.get(item.rule, ""))
            if item.rule in publishers
            else None
        )
        if outlet:
            words = " ".join(evidence.text[item.start : item.end].split())
            return Stated(outlet.name, f"“{words[:60]}” is a phrase of its pages")
    return None


def _of_hearer(evidence: Evidence) -> Stated | None:
    """The outlet people spoke to, where it is the only outlet the text names anywhere.

    A newspaper must be named so twice: agencies often quote what someone told a newspaper once.
    """
    spoken: dict[str, str] = {}
    times: Counter[str] = Counter()
    named: set[str] = set()
    shown = evidence.shown()
    if not any(_HEARD.search(seen.line.text) for seen in shown):
        return None
    for seen in shown:
        for outlet, match in known_outlets().mentioned(seen.line.text):
            named.add(outlet.name)
            if before := _HEARD_BY.search(seen.line.text[: match.start()]):
                words = f"{before.group()}{match.group()}"
                spoken.setdefault(
                    outlet.name, f"“{words}” ({seen.where}); no other outlet is named"
                )
                times[outlet.name] += 1 + (outlet.kind in {"agency", "broadcaster"})
    if len(named) == 1 and any(count > 1 for count in times.values()):
        return Stated(*next(iter(spoken.items())))
    return None
