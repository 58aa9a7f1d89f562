"""What each panel is, for its “What is this?”."""

from __future__ import annotations

from briefing.gui.language import tr


def words_of(name: str) -> str:
    """Return what the panel of that name shows, and what can be done in it."""
    return {
        "meeting": tr(
            "The meeting the open article belongs to: who meets, when and where, and how the date "
            "was found. “Confirm” says that it is right as it stands; “Edit” corrects it."
        ),
        "people": tr(
            "Who takes part, by side: counterparts stand on one row, each with the office held at "
            "that date. A click leads to the sentence and narrows the asks to what the person says."
        ),
        "issues": tr(
            "What the meeting is about, the most spoken of first. The bar counts the sentences of "
            "each side. A click leads to the sentence and narrows the asks to the issue."
        ),
        "asks": tr(
            "What each side asks of the other, offers or refuses, with its source. A accepts, R "
            "rejects, E edits, M merges, S splits. Weaker findings lie in the drawer below."
        ),
        "pressure": tr(
            "What opposition, provinces, experts or business demand of their own government. It "
            "is never counted as an ask."
        ),
        "gaps": tr(
            "What to read with care: asks resting on one unnamed source, issues raised by one side "
            "only, dates that were inferred, findings nobody has reviewed. A click leads there."
        ),
        "finding": tr(
            "The finding at hand: every place it rests on, why it was found, and what can be "
            "decided about it. The arrows step through its places."
        ),
    }[name]
