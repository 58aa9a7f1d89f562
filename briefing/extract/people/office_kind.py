"""What kind of person a whole title makes: a bank's governor is an official, a state's a premier."""

from __future__ import annotations

from briefing.extract.text.words import Word

UNDER = frozenset(["deputy", "vice", "assistant", "junior", "under"])
_CABINET = ("minister", "secretary", "trade representative", "secretary of state")
_GROUPS = frozenset(
    ["commission", "union", "business", "religious", "rebel", "student", "group", "community"]
)
_PUBLIC = frozenset(
    ["ministry", "department", "agency", "police", "army", "navy", "intelligence", "embassy", "mission", "forces", "staff",
     "governing", "u.n", "un", "nations", "nato", "spy"]
)  # fmt: skip
_WORLD = frozenset(
    ["unicef", "unhcr", "unesco", "undp", "who", "iaea", "imf", "wto", "oecd", "osce", "asean", "opec", "wfp", "unctad", "fao",
     "ilo", "monetary", "organization", "organisation", "nations", "un", "u.n", "nato", "agency", "african"]
)  # fmt: skip
LEARNED = frozenset(["university", "institute", "institution", "college", "studies", "academy"])
_THINKING = LEARNED | {"center", "centre", "think", "foundation", "observatory"}
_FIRMS = frozenset(
    ["business", "company", "corporation", "corp", "firm", "operations", "group", "inc", "ltd", "commerce", "sales", "chamber", "association", "federation", "industry"]
)  # fmt: skip
_CAMPAIGNING = frozenset(["amnesty", "watch", "oxfam", "greenpeace"])
HEADING = (
    "director",
    "head",
    "chairman",
    "deputy director",
    "executive director",
    "dean",
    "founder",
    "co-director",
    "president",
    "chair",
    "chairwoman",
)
_HOUSES = frozenset(
    [
        "senate",
        "house",
        "congressional",
        "parliament",
        "parliamentary",
        "duma",
        "bundestag",
        "knesset",
        "diet",
        "congress",
    ]
)
_SPEAKING = ("spokesman", "spokeswoman", "spokesperson")
_OPPOSED = frozenset(["opposition", "democrat", "conservative", "tory", "labour", "liberal", "shadow", "greens"])  # fmt: skip
# Words that turn a title into that of another kind of person.
_TURNED = (
    (_CABINET, UNDER, "official"),
    (_CABINET, frozenset(["shadow"]), "opposition"),
    (("director", "head", "chief"), frozenset(["cia", "fbi"]), "official"),
    (_SPEAKING, frozenset(["ministry", "department", "government"]), "official"),
    (_SPEAKING, _OPPOSED, "opposition"),
    (("director",), _CAMPAIGNING, "stakeholder"),
    (("vice president", "vice-president"), _FIRMS, "stakeholder"),
    (("adviser", "advisor"), frozenset(["firm", "consultancy", "think"]), "expert"),
    (("leader",), _GROUPS, "stakeholder"),
    (
        ("chairman", "chairwoman", "chair", "vice chairman", "head", "member", "chief"),
        _HOUSES,
        "legislator",
    ),
    (("governor",), frozenset(["bank", "reserve"]), "official"),
    (("chief", "head", "chairman", "chair", "director", "member"), _PUBLIC, "official"),
    (("diplomat",), frozenset(["top", "chief"]), "minister"),
    (
        ("executive director", "managing director", "director-general", "director general"),
        _WORLD,
        "official",
    ),
)
_CHAMBERS = frozenset(["assembly", "senate", "parliament", "bundestag", "chamber", "duma"])


def kind_of_title(kind: str, head: str, kept: list[Word], after: list[Word]) -> str:
    """Return the kind of person a title makes its bearer.

    Args:
        kind: of the noun that makes the title, by itself.
        head: that noun.
        kept: the words before it.
        after: the words behind it.
    """
    mods = {w.lower for w in kept}
    words = mods | {w.lower for w in after[:9]}
    union = words & {"european", "eu"} and words & {"commission", "council"}
    if head in ("chief", "head") and union:
        return "leader"
    deputy = head == "president" and "deputy" in mods
    if deputy or (head == "cabinet secretary" and (kept or after)):
        return "minister"
    if head == "president" and (kept or after):
        return _presidency(kept, after)
    following = {w.lower for w in after[:12]}
    if head in HEADING and (
        LEARNED & (mods | following) or (kind == "official" and _THINKING & following)
    ):
        return "expert"
    for heads, marks, other in _TURNED:
        if (head in heads or head.endswith(tuple(f" {h}" for h in heads))) and marks & words:
            return other
    return kind


def _presidency(kept: list[Word], after: list[Word]) -> str:
    words = {w.lower for w in [*kept, *after]}
    if words & {"fed", "reserve"}:
        return "official"
    if words & LEARNED:
        return "expert"
    if words & {"chamber", "commerce", "business", "association", "corp", "company"}:
        return "stakeholder"
    if words & _CHAMBERS:
        return "legislator"
    union = words & {"eu", "european", "commission", "council"}
    country = after and after[0].lower == "of" and len(after) < 5 and any(w.side for w in after)
    alone = not after and all(w.side or w.lower == "first" for w in kept)
    return "leader" if union or country or alone else "stakeholder"
