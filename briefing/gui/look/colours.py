"""The colours of the themes; text on its ground meets WCAG AA (4.5 to 1), in high contrast AAA (7 to 1).

What tells a part of the window from what is around it, as the frame of a field, has 3 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One theme: `#rrggbb` by role.

    Attributes:
        line: parts what words tell apart already; edge: the frame of a field, the handle of a scroll bar.
        button_edge: the frame of what is filled as a button is.
        sides: for the first, second, … side of a meeting: (ink, ground of a mark).
    """

    ground: str
    panel: str
    card: str
    line: str
    edge: str
    ink: str
    mute: str
    accent: str
    accent_ground: str
    button: str
    button_edge: str
    on_button: str
    track: str
    chip_ink: str
    warning: str
    warning_ground: str
    found: str
    on_found: str
    error: str
    error_ground: str
    dotted: str
    sides: tuple[tuple[str, str], ...]

    def side(self, place: int) -> tuple[str, str]:
        """Return (ink, ground) of the side at that place; neutral for no side (-1)."""
        return self.sides[place % len(self.sides)] if place >= 0 else (self.mute, self.track)


LIGHT = Colours(
    ground="#f6f5f2", panel="#fbfaf8", card="#ffffff", line="#e3e0d8", edge="#7f848c",
    ink="#1d1f23", mute="#636770", accent="#2b6a5b", accent_ground="#e3f0ec", button="#2b6a5b",
    button_edge="#2b6a5b", on_button="#ffffff", track="#ece9e2", chip_ink="#444444", warning="#7a5b00",
    warning_ground="#fff4d6", found="#ffe79a", on_found="#1d1f23", error="#9c1c15",
    error_ground="#fdecea", dotted="#7f848c",
    sides=(
        ("#b3261e", "#fbe9e6"), ("#1f4e8c", "#e6eef8"), ("#6b4aa0", "#efe9f8"),
        ("#7a5b00", "#fff4d6"),
    ),
)  # fmt: skip

DARK = Colours(
    ground="#17181b", panel="#1e2024", card="#26292e", line="#33363c", edge="#767b83",
    ink="#e6e4df", mute="#a4a8af", accent="#7fc8b4", accent_ground="#22362f", button="#2b6a5b",
    button_edge="#7fc8b4", on_button="#ffffff", track="#2d3036", chip_ink="#c9c7c2", warning="#e6c76a",
    warning_ground="#3a3320", found="#463b12", on_found="#f6efd8", error="#f2a19a",
    error_ground="#3d2321", dotted="#8a8f98",
    sides=(
        ("#f28b82", "#4a2522"), ("#8ab4f8", "#22324a"), ("#c3a6f0", "#352a48"),
        ("#e6c76a", "#3a3320"),
    ),
)  # fmt: skip

CONTRAST = Colours(
    ground="#ffffff", panel="#ffffff", card="#ffffff", line="#000000", edge="#000000",
    ink="#000000", mute="#333333", accent="#003b2e", accent_ground="#d5ebe4", button="#003b2e",
    button_edge="#003b2e", on_button="#ffffff", track="#e0e0e0", chip_ink="#000000", warning="#4a3600",
    warning_ground="#fff4d6", found="#ffdd55", on_found="#000000", error="#7a0000",
    error_ground="#ffe5e2", dotted="#000000",
    sides=(
        ("#8b0000", "#ffe5e2"), ("#00316e", "#e0ebfa"), ("#43207e", "#efe6ff"),
        ("#4a3600", "#fff4d6"),
    ),
)  # fmt: skip

CONTRAST_DARK = Colours(
    ground="#000000", panel="#000000", card="#000000", line="#ffffff", edge="#ffffff",
    ink="#ffffff", mute="#d8d8d8", accent="#9ff0d9", accent_ground="#0c3a2d", button="#9ff0d9",
    button_edge="#9ff0d9", on_button="#000000", track="#333333", chip_ink="#ffffff", warning="#ffe08a",
    warning_ground="#3a2e00", found="#4d4100", on_found="#ffffff", error="#ffb3ab",
    error_ground="#4a0f0a", dotted="#ffffff",
    sides=(
        ("#ffb3ab", "#4a0f0a"), ("#a9cbff", "#0c2a52"), ("#d9c2ff", "#2e1a52"),
        ("#ffe08a", "#3a2e00"),
    ),
)  # fmt: skip


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.1 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
