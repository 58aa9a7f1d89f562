"""Forms of English verbs by rule, so that a table need give only the base form."""

from __future__ import annotations

IRREGULAR = {
    "be": ("be", "is", "are", "was", "were", "been", "being", "am", "’s", "'s", "’re", "'re"),
    "have": ("have", "has", "had", "having", "’ve", "'ve"),
    "do": ("do", "does", "did", "done", "doing"),
    "will": ("will", "would", "’ll", "'ll", "shall"),
    "can": ("can", "could"),
    "seek": ("seek", "seeks", "sought", "seeking"),
    "make": ("make", "makes", "made", "making"),
    "take": ("take", "takes", "took", "taken", "taking"),
    "put": ("put", "puts", "putting"),
    "bring": ("bring", "brings", "brought", "bringing"),
    "give": ("give", "gives", "gave", "given", "giving"),
    "say": ("say", "says", "said", "saying"),
    "tell": ("tell", "tells", "told", "telling"),
    "hold": ("hold", "holds", "held", "holding"),
    "stand": ("stand", "stands", "stood", "standing"),
    "keep": ("keep", "keeps", "kept", "keeping"),
    "draw": ("draw", "draws", "drew", "drawn", "drawing"),
    "set": ("set", "sets", "setting"),
    "get": ("get", "gets", "got", "gotten", "getting"),
    "see": ("see", "sees", "saw", "seen", "seeing"),
    "think": ("think", "thinks", "thought", "thinking"),
    "send": ("send", "sends", "sent", "sending"),
    "sell": ("sell", "sells", "sold", "selling"),
    "buy": ("buy", "buys", "bought", "buying"),
    "let": ("let", "lets", "letting"),
    "leave": ("leave", "leaves", "left", "leaving"),
    "plead": ("plead", "pleads", "pleaded", "pled", "pleading"),
    "forbid": ("forbid", "forbids", "forbade", "forbidden", "forbidding"),
    "come": ("come", "comes", "came", "coming"),
    "go": ("go", "goes", "went", "gone", "going"),
    "rule": ("rule", "rules", "ruled", "ruling"),
    "shut": ("shut", "shuts", "shutting"),
    "write": ("write", "writes", "wrote", "written", "writing"),
    "lay": ("lay", "lays", "laid", "laying"),
    "fight": ("fight", "fights", "fought", "fighting"),
    "withstand": ("withstand", "withstands", "withstood", "withstanding"),
    "withhold": ("withhold", "withholds", "withheld", "withholding"),
    "speak": ("speak", "speaks", "spoke", "spoken", "speaking"),
    "undertake": ("undertake", "undertakes", "undertook", "undertaken", "undertaking"),
    "meet": ("meet", "meets", "met", "meeting"),
    "grant": ("grant", "grants", "granted", "granting"),
    "find": ("find", "finds", "found", "finding"),
    "stick": ("stick", "sticks", "stuck", "sticking"),
    "dig": ("dig", "digs", "dug", "digging"),
    "bar": ("bar", "bars", "barred", "barring"),
    "plan": ("plan", "plans", "planned", "planning"),
    "commit": ("commit", "commits", "committed", "committing"),
    "pitch": ("pitch", "pitches", "pitched", "pitching"),
    "prod": ("prod", "prods", "prodded", "prodding"),
    "beg": ("beg", "begs", "begged", "begging"),
    "permit": ("permit", "permits", "permitted", "permitting"),
    "veto": ("veto", "vetoes", "vetoed", "vetoing"),
    "spurn": ("spurn", "spurns", "spurned", "spurning"),
    "step": ("step", "steps", "stepped", "stepping"),
    "rebuff": ("rebuff", "rebuffs", "rebuffed", "rebuffing"),
}
DOUBLING = frozenset(
    [
        "flag",
        "drag",
        "drop",
        "submit",
        "stop",
        "swap",
        "ban",
        "slam",
        "admit",
        "prefer",
        "defer",
        "refer",
        "nod",
    ]
)
_VOWELS = "aeiou"


def verb_forms(base: str) -> tuple[str, ...]:
    """Return the forms of a verb: base, third person, past, participle and -ing form."""
    if base in IRREGULAR:
        return IRREGULAR[base]
    if base in DOUBLING:
        return (base, _third(base), base + base[-1] + "ed", base + base[-1] + "ing")
    return (base, _third(base), _past(base), _ing(base))


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    return base[:-1] + "ies" if _consonant_y(base) else base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if _consonant_y(base) else base + "ed"


def _ing(base: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + "ing"
    return base + "ing"


def _consonant_y(base: str) -> bool:
    return base.endswith("y") and base[-2:-1] not in _VOWELS
