"""Long wording made shorter: at the end of a clause, else between two phrases, never inside one."""

from __future__ import annotations

import re

from briefing.export.language.wording import EDGE, even_quotes, is_whole, trimmed

# What is only added; `— not renegotiation —` is not.
_ASIDE = re.compile(r"\s+[—–]\s+(?:(?!\b(?:not|no|never)\b)[^—–])+\s+[—–](?=\s)")
_SUBORDINATE = re.compile(
    r"\s+[—–-]+\s+|;\s+|:\s+"
    r"|,\s+(?=(?:which|who|where|whose|with|as|particularly|especially|including|such as|something|"
    r"while|although|though|after|before|because|since|despite|according|adding|saying|amid|even|"
    r"if|when|so|a|an|one)\b)"
    r"|\s+(?=(?:because|while|amid|after|rather than|so that|in order to|in the face of|even if|"
    r"at a time)\b)"
)
_SLACK = 2
# Words that belong to what follows them, and so cannot be the last before a cut.
_WEAK = frozenset(
    re.split(
        r"\s+",
        "a an the of to in on at by for from with and or but nor that which who whom whose what where when "
        "how why if as its their his her our your my this these those each every some any no not more most "
        "much many is are was were be been being will would could can should may might must has have had do "
        "does such than into onto over under about against between among along across through during "
        "without within like toward towards upon per via including regarding so very too also both either mr "
        "mrs ms dr à de des du la le les un une et ou que qui dont pour par avec sur dans en au aux ce "
        "cette ces son sa ses leur leurs",
    )
)
# Words that ask for a preposition behind them: `as part of`, `equal to`.
_BOUND = frozenset(
    [
        "part", "equal", "due", "according", "rather", "instead", "close", "subject", "prior", "thanks",
        "because", "well", "able", "number", "lot", "series", "range", "host", "couple", "kind", "sort",
        "type", "majority", "rid", "regard", "respect", "terms", "light", "lieu", "order", "worth", "up",
        "out",
    ]
)  # fmt: skip
# Words that open a phrase, so that one can stop before them.
_OPENS = frozenset(
    [
        "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "but", "that", "which", "who",
        "whose", "where", "when", "as", "than", "into", "over", "under", "about", "against", "between",
        "among", "along", "across", "through", "during", "without", "within", "toward", "towards", "upon",
        "including", "regarding", "like", "because", "if", "while", "after", "before", "until", "since", "is",
        "are", "was", "were", "will", "would", "could", "can", "should", "may", "might", "must", "of",
        "à", "de", "des", "du", "pour", "par", "avec", "sur", "dans", "et", "ou", "que", "qui",
    ]
)  # fmt: skip


def shortened(text: str, words: int) -> str:
    """Return the words without asides and without what is only added at the end, where too long.

    What is left is whole in itself; where there is no such place to stop, nothing is taken away.
    """
    if len(text.split()) <= words:
        return text
    bare = _ASIDE.sub("", text)
    if len(bare.split()) <= words:
        return bare
    ends = [bare[: cut.start()] for cut in _SUBORDINATE.finditer(bare)]
    whole = [each for each in ends if is_whole(each) and words // 3 <= len(each.split()) <= words]
    return trimmed(whole[-1]) if whole else text


def clipped(text: str, words: int) -> str:
    """Return the first words, up to a number and the best break before it, with `…` where cut.

    One or two words too many are let stand, since a cut would lose more than it saves.
    The best break is a comma or the like, else one between two phrases; what is left ends in no
    article, preposition or conjunction.
    """
    parts = text.split()
    if len(parts) <= words + _SLACK:
        return text
    kept = _outside_brackets(_firm(parts[: _break(parts, words)]))
    return even_quotes(" ".join(kept)).rstrip(EDGE) + " …"


def _break(parts: list[str], words: int) -> int:
    """Return after how many words to cut."""
    for at in range(words, words // 2, -1):
        if parts[at - 1][-1] in ",;:–—":
            return at
    for at in range(words, max(2, words // 3) - 1, -1):
        is_firm = len(_firm(parts[:at])) >= max(2, words // 3)
        if _plain(parts[at]) in _OPENS and is_firm:
            return at
    return words


def _firm(kept: list[str]) -> list[str]:
    """Return words without those at the end that lead on to others."""
    while len(kept) > 1 and _plain(kept[-1]) in _WEAK | _BOUND:
        kept = kept[:-1]
    return kept


def _outside_brackets(kept: list[str]) -> list[str]:
    opened = [at for at, word in enumerate(kept) if word.startswith("(")]
    if opened and opened[-1] > 2 and not any(")" in word for word in kept[opened[-1] :]):
        return kept[: opened[-1]]
    return kept


def _plain(word: str) -> str:
    return word.lower().strip(f'{EDGE}“”"‘’()')
