"""A window on a library that may be read but not changed: says so, and greys out what would change it."""

from __future__ import annotations

from briefing.gui.window_frame import WindowFrame

CHANGING = (
    "import_files", "import_folder", "paste_article", "watched_folders", "import_bundle", "back_up_now", "add_ask", "add_issue", "add_person", "hide_selection",
    "edit_meeting", "edit_article", "new_meeting", "extract_again", "remove_article", "note_article", "note_meeting",
)  # fmt: skip


def forbid_changes(window: WindowFrame) -> None:
    """Take the commands that change the library away."""
    for name in CHANGING:
        window.commands[name].setEnabled(False)
    window.header.import_button.setEnabled(False)
    window.setAcceptDrops(False)
    window.columns.sidebar.setDragEnabled(False)
    window.columns.draft.setEnabled(False)
