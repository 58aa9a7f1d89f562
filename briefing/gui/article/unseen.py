"""Characters one cannot see, made visible: they can turn words round, or hide some from a search.

Overrides and isolates of the direction of text make what is read differ from what is written
(CVE-2021-42574, “Trojan Source”); what has no width, and the tags of Unicode, hold words nobody sees.
Joiners are left as they are: Persian, Hindi and joined pictures need them, and so are soft hyphens.
"""

from __future__ import annotations

NAMES = {
    0x061C: "ALM", 0x115F: "HCF", 0x1160: "HJF", 0x180E: "MVS", 0x200B: "ZWSP", 0x200E: "LRM", 0x200F: "RLM",
    0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO", 0x2060: "WJ",
    0x2061: "FA", 0x2062: "IT", 0x2063: "IS", 0x2064: "IP", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI",
    0x206A: "ISS", 0x206B: "ASS", 0x206C: "IAFS", 0x206D: "AAFS", 0x206E: "NADS", 0x206F: "NODS",
    0x3164: "HF", 0xFEFF: "BOM", 0xFFA0: "HHF", 0xFFF9: "IAA", 0xFFFA: "IAS", 0xFFFB: "IAT",
}  # fmt: skip
"""By character: its short name in the Unicode standard."""

TAGS = range(0xE0000, 0xE0080)
"""Characters that repeat ASCII without being shown."""

PATTERN = "[" + "".join(map(chr, NAMES)) + "\U000e0000-\U000e007f]"
"""Matches one of them."""


def shown(character: str) -> str:
    """Return what is shown in place of one of these characters: its name in brackets."""
    number = ord(character)
    if number in TAGS:
        return f"[TAG {number - TAGS.start:02X}]"
    return f"[{NAMES[number]}]"
