"""What each panel is, for its “What is this?”."""

from __future__ import annotations

from briefing.gui.words.language import tr


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
        "library": tr(
            "The meetings with their articles, the lists the program keeps by itself, and your "
            "searches. Articles are dragged from one meeting to another; the menu of a row has the rest."
        ),
        "article": tr(
            "The article as it was printed, its paragraphs numbered as footnotes cite them. Asks and "
            "names are marked in the colour of their side; a click in a sentence shows what was found "
            "in it. Ctrl and the mouse drag a whole sentence onto a panel."
        ),
        "search": tr(
            "Searches articles, people and asks as you type: words, “exact words”, and fields such as "
            "side:canada or date:2025. Down goes into the results, Esc back to what was open."
        ),
        "results": tr(
            "What answers the search, the best first, with its words marked. Enter opens a result at "
            "the sentence; a filter above is taken away by its ✕."
        ),
        "counts": tr(
            "How many of the results share a meeting, side, issue, minister or outlet. A click "
            "narrows the search to them, another widens it again."
        ),
        "brief": tr(
            "The briefing as it will be exported. A click on a footnote leads to the sentence; the "
            "meter says how long it gets and what a limit would cut."
        ),
        "draft": tr(
            "The sections that are yours: objectives, points to make, responses, press lines. They "
            "are kept on every later export."
        ),
        "compare": tr(
            "This meeting against an earlier one of the same sides, issue by issue: asks that are "
            "new, go on, were changed, or were not made again."
        ),
        "timeline": tr(
            "The meetings and issues over time, and who asked what when. A click opens the meeting "
            "or article; the picture can be saved as PNG or SVG."
        ),
        "finding": tr(
            "The finding at hand: every place it rests on, why it was found, and what can be "
            "decided about it. The arrows step through its places."
        ),
    }[name]
