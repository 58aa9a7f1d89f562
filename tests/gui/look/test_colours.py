"""Every theme can be read: WCAG AA, and AAA in high contrast; what is no text stands out 3 to 1."""

import re
from dataclasses import asdict

import pytest

from briefing.gui.look.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, contrast
from briefing.paths import resource_text

THEMES = pytest.mark.parametrize(
    ("colours", "least"),
    [(LIGHT, 4.5), (DARK, 4.5), (CONTRAST, 7), (CONTRAST_DARK, 7)],
    ids=["light", "dark", "contrast", "contrast dark"],
)
GROUNDS = ("ground", "panel", "card")  # of the page, of columns and dialogs, of cards and fields
TEXTS = {
    "ink": (*GROUNDS, "accent_ground", "track", "found", "warning_ground"),
    "mute": (*GROUNDS, "accent_ground", "track", "found", "warning_ground"),
    "accent": (*GROUNDS, "accent_ground", "warning_ground", "error_ground"),
    "on_button": ("button",),
    "chip_ink": ("track",),
    "warning": ("warning_ground", *GROUNDS),
    "on_found": ("found",),
    "error": ("error_ground", *GROUNDS),
}
SIGNS = {  # what is seen and is no text: frames of fields, handles, rings of focus, underlines
    "edge": (*GROUNDS, "track"),
    "mute": (*GROUNDS, "track"),
    "accent": (*GROUNDS, "track", "accent_ground"),
    "button_edge": GROUNDS,
    "dotted": GROUNDS,
}
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


@THEMES
@pytest.mark.parametrize(("text", "ground"), [(t, g) for t, on in TEXTS.items() for g in on])
def test_text_on_its_ground_can_be_read(colours, least, text, ground):
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= least


@THEMES
@pytest.mark.parametrize(("sign", "ground"), [(s, g) for s, on in SIGNS.items() for g in on])
def test_what_is_no_text_stands_out(colours, least, sign, ground):
    assert contrast(getattr(colours, sign), getattr(colours, ground)) >= 3


@THEMES
def test_each_side_can_be_read_on_panel_page_card_and_mark(colours, least):
    assert colours.sides
    for ink, mark in colours.sides:
        for ground in (*(getattr(colours, name) for name in GROUNDS), mark):
            assert contrast(ink, ground) >= least
        for text in (colours.ink, colours.mute, colours.warning):
            assert contrast(text, mark) >= least
        assert contrast(ink, colours.track) >= 3  # bars of issues, marks beside the scroll bar
        assert contrast(colours.dotted, mark) >= 3  # a person named in an ask


def _rules():
    """Every (selector, colour of text, ground or "") of the style sheet."""
    for selector, body in _RULE.findall(resource_text("styles/window.qss")):
        ink = re.search(r"(?<![-\w])color: \$(\w+)", body)
        ground = re.search(r"background: \$(\w+)", body)
        if ink:
            yield selector.strip(), ink[1], ground[1] if ground else ""
        chosen = re.search(r"selection-color: \$(\w+)", body)
        behind = re.search(r"selection-background-color: \$(\w+)", body)
        if chosen and behind:
            yield selector.strip(), chosen[1], behind[1]


def test_the_style_sheet_is_read():
    rules = {(ink, ground) for _, ink, ground in _rules()}
    assert {("on_button", "button"), ("mute", ""), ("ink", "card")} <= rules


@THEMES
def test_every_rule_of_the_style_sheet_can_be_read(colours, least):
    named = asdict(colours) | {"side_a": colours.side(0)[0], "side_b": colours.side(1)[0]}
    tinted = {"#notice QLabel": "error_ground", "#prompt QLabel": "warning_ground"}
    poor = [
        (selector, ink, ground)
        for selector, ink, own in _rules()
        for ground in ([own or tinted[selector]] if own or selector in tinted else GROUNDS)
        if contrast(named[ink], named[ground]) < least
    ]
    assert poor == []


def test_black_on_white_is_twenty_one_to_one():
    assert round(contrast("#000000", "#ffffff"), 2) == 21
