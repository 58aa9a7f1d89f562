"""Plain sentences from the wording of an ask: trimmed, capitalised, quotation marks even."""

from __future__ import annotations

import re

from briefing.export.markup.escape import folded

EDGE = " \t,;:.–—-…‚"
_LEADING = re.compile(r"^(?:to|that|and|but|so)\s+(?=\S)", re.IGNORECASE)
_SINGLE = str.maketrans("“”„«»", "‘’‘‹›")
_ANGLES = re.compile(r"«\s*([^«»]*?)\s*»")
_STRAIGHT_PAIR = re.compile(r'"([^"]*)"')
_MODAL = re.compile(
    r"^(?:could|can|would|will|may|might|should|must)\s+(?!not\b)(?=[a-z])", re.IGNORECASE
)
_WANTING = re.compile(
    r"^(?:wants?|wanted|wishes|wished|hopes?|hoped|seeks?|sought|would like) to\s+(?=[a-z])",
    re.IGNORECASE,
)
_WILLING = re.compile(
    r"^(?:(?:is|are|was|were|be) )?(?:willing|ready|prepared) to\s+(?=[a-z])", re.IGNORECASE
)
_OF_WANTING = re.compile(
    r"^(?:"
    r"(?:is|are|was|were|be|been|being) (?:(?:also|now|still|again|increasingly) )*(?=\w+ing\b|focused\b)"
    r"|(?:also|still|now) (?=[a-z])"
    r"|(?:increasingly )?focus(?:ed|ing) on (?=\w+ing\b)"
    r"|(?:hoping|looking|aiming|seeking|wanting|wishing|aims?|aimed) (?:to|for|that) (?=[a-z]|[A-Z]\w+ (?:can|will|to)\b)"
    r"|hoping that (?=\w)"
    r"|wants? (?=(?:the|an?|its|his|her|their|more|some|all|any)\b|[A-Z])"
    r"|(?:reiterated|underscored|stressed|emphasi[sz]ed|insisted|repeated|argued|demanded) that (?=\w)"
    r")"
)
_OBLIGED = re.compile(
    r"^(?:(?:we|they|he|she|it|I)(?:[’']ll| will| would|[’']d)|(?:have|has|had|need|needs|ought) to"
    r"|(?:is|are|was|were) going to|hard for(?= (?:an?|the|some|more)\b))\s+(?=\w)"
)
_KEEN = re.compile(
    r"^(?:is|are|was|were|be) (?:(?:very|also|still) )?(?:keen|eager|determined|anxious|adamant) "
    r"(?:(?:on|about|that) )?(?=\w)"
)
_INFINITIVE = re.compile(
    r"^(?:to|(?:wants?|wanted|hopes?|hoped|seeks?|plans?|(?:is|are) (?:hoping|looking|expected)) to) (?=[a-z])",
    re.IGNORECASE,
)
_AND_TO = re.compile(r"\b(and|or) to (?=[a-z])")
_CAN_BE = re.compile(
    r"^((?:the |The )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}) (?:can|could|would|will) be (?=\w+ed\b)"
)
_REMARK = re.compile(r"\s+[—–-]+\s+(?:something|an?|the|one of|which)\b.*$")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s|$)")
_SPEECH = re.compile(r"(“[^“”]*”)")
_PRONOUN = re.compile(
    r"(?:he|she|it|they|we|this|that|these|those|his|her|its|their|our|but|and|so|then|also|there|such|yet)\b",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"(?:One|Two|Three|Four|Five|Six|Several|Some|Many|Both|An?|The|Senior|Unnamed|Government|Federal|"
    r"Officials?|Analysts?|Sources?|Experts?|Aides?|Diplomats?|Insiders?|Observers?|People)\b"
)
_DETERMINED = re.compile(
    r"(?:an?|one|two|three|four|five|six|several|some|many|both|all|no|people|\d+|his|her|its|their)\b"
)
_ABBREVIATED = re.compile(r"(?<!\w)(?:[A-Z]\.)+[A-Z]$")


def asked(text: str, *, own: bool = False, capital: bool = True) -> str:
    """Return the wording of an ask as the start of a plain line, without a full stop.

    Args:
        text: the clause of the source, or the user's wording.
        own: whether the user wrote it; then it is left as it stands, on one line.
        capital: whether it starts a line; inside a sentence the source's own letter stays.
    """
    words = folded(text)
    if own:
        return words
    words = _without_remark(plain_words(words))
    for lead in (_OF_WANTING, _OBLIGED, _KEEN, _LEADING, _MODAL, _WANTING, _WILLING) * 2:
        words = lead.sub("", words, count=1)
    words = _CAN_BE.sub(r"\1 to be ", _closed(plain_words(words)))
    if _INFINITIVE.match(text.lstrip(EDGE)):
        words = _AND_TO.sub(r"\1 ", words)  # "to spend more and to build": the first "to" is gone
    return capitalised(words) if capital else words


def plain_words(text: str) -> str:
    """Return words on one line with even marks, and nothing else taken away."""
    pieces = _SPEECH.split(even_quotes(folded(text)))  # words of a source stay as they are
    return trimmed("".join(p if p[:1] == "“" else _APOSTROPHE.sub("’", p) for p in pieces))


def _without_remark(words: str) -> str:
    """Take out what a reporter remarks on an ask behind a dash at its end."""
    cut = _REMARK.search(words)
    if cut is None:
        return words
    kept = words[: cut.start()]
    return kept if len(kept.split()) >= 4 and is_whole(kept) else words


def is_whole(words: str) -> bool:
    """Return whether no quotation and no bracket is left open."""
    return words.count("“") == words.count("”") and words.count("(") == words.count(")")


def _closed(words: str) -> str:
    """Take out a bracket at the end that was opened outside of these words."""
    odd = words.endswith(")") and words.count(")") > words.count("(")
    return words[:-1].rstrip() if odd else words


def trimmed(words: str) -> str:
    """Strip punctuation from both ends, but not the full stop of `U.S.`."""
    bare = words.strip(EDGE)
    return f"{bare}." if _ABBREVIATED.search(bare) else bare


def capitalised(text: str) -> str:
    """Return the words with a capital first letter; words like `iPhone` and quotations stay."""
    if len(text) > 1 and text[1].isupper():
        return text
    return text[:1].upper() + text[1:]


def even_quotes(text: str) -> str:
    """Return the words with straight pairs of quotation marks curled and single ones left out."""
    text = _ANGLES.sub(r"“\1”", text).replace("«", "").replace("»", "")
    text = _STRAIGHT_PAIR.sub(r"“\1”", text).replace('"', "")
    keep: list[int] = []
    open_at = -1
    for at, char in enumerate(text):
        if char == "“" and open_at < 0:
            open_at = at
        elif char == "”" and open_at >= 0:
            keep += [open_at, at]
            open_at = -1
    kept = set(keep)
    return "".join(c for i, c in enumerate(text) if c not in "“”" or i in kept)


def unquoted(text: str) -> str:
    """Return words that are no quotation: double quotation marks become single ones."""
    return folded(text).translate(_SINGLE)


def title_words(title: str) -> str:
    """Return a title in straight quotation marks, those inside it made single."""
    return '"' + unquoted(title).replace('"', "'") + '"'


def sentence(text: str) -> str:
    """Return the words with one full stop at the end."""
    return text if text.endswith((".", "!", "?", "…", ".”")) else f"{text}."


def lowered(voice: str) -> str:
    """Return a source's description as inside a line: `Two officials` as `two officials`."""
    return voice[:1].lower() + voice[1:] if _NOT_A_NAME.match(voice) else voice


def stands_alone(words: str) -> bool:
    """Return whether a sentence says without its neighbours whom or what it is about."""
    return not _PRONOUN.match(words)


def indefinite(voice: str) -> str:
    """Return a description of a source as at first mention: `the official` as `an official`."""
    bare = voice.removeprefix("the ")
    head = re.split(r",| of | in | close | familiar ", bare)[0]
    if not bare or bare[0].isupper() or _DETERMINED.match(bare) or re.search(r"(?<!s)s$", head):
        return bare
    return f"{'an' if bare[0] in 'aeiou' else 'a'} {bare}"
