"""How the words under a picture are told from the words of an article."""

from __future__ import annotations

import re

_AGENCY = r"(?:AP|AFP|Reuters|Getty|Bloomberg|The Canadian Press|Associated Press)\b"
_WHERE = r"(?:far |bottom |top |second from )?(?:left|right)|cent(?:re|er)"
_CAPTION = re.compile(
    rf"(?-i:^\(?FILE\b)|\b(?:file|handout) (?:photo|picture|image)|\bphoto d['’]archives?"
    rf"|\bphoto(?:graph)?(?: by\b|:)|\bphoto/|\bAP Photo\b|\bGetty Images\b|\bvia Getty\b"
    rf"|\bReuters/|\w ?/ ?(?:{_AGENCY}|Pool\b)|\({_AGENCY}[^()]*\)$"
    rf"|\((?:from )?(?:{_WHERE}|top|bottom|gauche|droite|l|r)\b[^()]{{0,20}}\)"
    rf"|, (?:{_WHERE}|à gauche|à droite),|\bfrom left\b|\bleft to right\b|\bde gauche à droite\b"
    rf"|\b(?:is|are) (?:seen|shown|pictured)\b(?! (?:as|by|to)\b)"
    rf"|\bpictured (?:here|in|on|at|with|left|right)\b|\bnot pictured\b",
    re.IGNORECASE,
)


def is_caption(words: str) -> bool:
    """Return whether words stand under a picture: with who took it, or who stands on which side.

    Args:
        words: a line or a sentence.
    """
    return _CAPTION.search(words) is not None
