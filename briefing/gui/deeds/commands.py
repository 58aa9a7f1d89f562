"""The menus as a table: every command with its words and keys. A command without a deed is a KeyError."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from briefing.gui.records.verbs import VERBS
from briefing.gui.words.language import tr

Key = str | QKeySequence.StandardKey
_Standard = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Command:
    """One entry of a menu; `group` makes it one of several of which one is chosen."""

    name: str
    words: str
    keys: tuple[Key, ...] = ()
    checkable: bool = False
    group: str = ""


C = Command
MENUS: tuple[tuple[str, tuple[Command | None, ...]], ...] = (
    ("&File", (
        C("import_files", "&Import files…", ("Ctrl+O",)),
        C("import_folder", "Import &folder…", ("Ctrl+Shift+O",)),
        C("paste_article", "Paste an ar&ticle…", ("Ctrl+Shift+V",)),
        C("watched_folders", "&Watched folders…"),
        None,
        C("export_brief", "&Export…", ("Ctrl+E",)),
        C("export_all", "Export &all briefs…", ("Ctrl+Shift+E",)),
        C("verify", "Verif&y…", ("Ctrl+Shift+Y",)),
        C("print_preview", "Print pre&view…", ("Ctrl+Alt+P",)),
        C("print", "&Print the brief…", (_Standard.Print,)),
        None,
        C("quit", "&Quit", ("Ctrl+Q",)),
    )),
    ("&Library", (
        C("new_library", "&New library…", ("Ctrl+N",)),
        C("open_library", "&Open library…", ("Ctrl+L",)),
        C("open_recent", "Open &recent"),
        C("open_sample", "Open the &sample library"),
        None,
        C("save_copy", "Save a &copy…", ("Ctrl+Shift+S",)),
        C("back_up_now", "&Back up now"),
        C("backups", "Back&ups…"),
        None,
        C("check", "Chec&k library and program"),
        C("rebuild_index", "Rebuild search &index"),
        None,
        C("export_bundle", "&Pass meetings on…"),
        C("import_bundle", "Import &meetings from a file…"),
        None,
        C("delete_library", "&Delete this library…"),
    )),
    ("&Edit", (
        C("undo", "&Undo", (_Standard.Undo,)),
        C("redo", "&Redo", (_Standard.Redo, "Ctrl+Y")),
        C("history", "His&tory…", ("Ctrl+Shift+H",)),
        None,
        C("copy_citation", "&Copy with source", ("Ctrl+Shift+C",)),
        C("find", "&Find in the article", ("Ctrl+F",)),
        C("find_next", "Find &next", ("F3", "Ctrl+G")),
        C("find_previous", "Find &previous", ("Shift+F3", "Ctrl+Shift+G")),
        None,
        C("add_ask", "Add selection as as&k…", ("Ctrl+1",)),
        C("add_issue", "Add selection as &issue…", ("Ctrl+2",)),
        C("add_person", "Add selection as p&erson…", ("Ctrl+3",)),
        C("hide_selection", "&Hide selection"),
        C("put_back", "Put hidden text &back"),
        C("always_hide", "Always hide such a line of this outlet"),
        C("never_hide", "Never hide such a line of this outlet"),
        None,
        C("edit_meeting", "Edit &meeting…", ("Ctrl+M",)),
        C("edit_article", "Edit article &details…", ("Ctrl+D",)),
        C("new_meeting", "Ne&w meeting…"),
        C("note_article", "N&ote on the article…", ("Ctrl+Shift+N",)),
        C("note_meeting", "Note on the meetin&g…", ("Ctrl+Shift+M",)),
        C("extract_again", "Read the article &again"),
        C("star_article", "Star the article", ("Ctrl+B",)),
        C("star_meeting", "Star the meeting", ("Ctrl+Shift+B",)),
        C("remove_article", "De&lete the article"),
        None,
        C("preferences", "Preference&s…", ("Ctrl+,",)),
    )),
    ("&Review", (
        C("review", "&Review one by one", ("Ctrl+R",)),
        C("next_finding", "&Next to review", ("Ctrl+Down",)),
        C("previous_finding", "&Previous to review", ("Ctrl+Up",)),
        C("accept_firm", "Accept all of &high confidence", ("Ctrl+Shift+A",)),
        None,
        C("accept", "&Accept\tA"),
        C("reject", "Re&ject\tR"),
        C("edit", "&Edit…\tE"),
        C("merge", "&Merge…\tM"),
        C("split", "&Split…\tS"),
        C("note", "N&ote…\tN"),
        C("star", "S&tar\t*"),
        C("why", "&Why?\tW"),
        C("accept_everywhere", "Accept everywhere\tShift+A"),
        C("reject_everywhere", "Reject everywhere\tShift+R"),
        None,
        C("next_place", "Ne&xt place", ("Alt+Down",)),
        C("previous_place", "Previo&us place", ("Alt+Up",)),
    )),
    ("&View", (
        C("view_read", "&Read", ("Ctrl+Alt+1",)),
        C("view_brief", "&Brief", ("Ctrl+Alt+2",)),
        C("view_compare", "&Compare", ("Ctrl+Alt+3",)),
        C("view_timeline", "&Timeline", ("Ctrl+Alt+4",)),
        None,
        C("zoom_in", "Zoom &in", (_Standard.ZoomIn, "Ctrl+=")),
        C("zoom_out", "Zoom &out", (_Standard.ZoomOut,)),
        C("zoom_reset", "&Normal size", ("Ctrl+0",)),
        C("wider_lines", "&Wider lines", ("Alt+=", "Alt++")),
        C("narrower_lines", "Narrower lines", ("Alt+-",)),
        C("face_serif", "Serif te&xt", (), checkable=True, group="face"),
        C("face_sans", "Sans-serif text", (), checkable=True, group="face"),
        None,
        C("show_hidden", "Show &hidden text", ("Ctrl+H",), checkable=True),
        C("marks_ask", "Mark asks", (), checkable=True),
        C("marks_candidate", "Mark candidates", (), checkable=True),
        C("marks_person", "Mark &people", (), checkable=True),
        C("marks_pressure", "Mark domestic press&ure", (), checkable=True),
        C("marks_side_0", "Marks of the first side", (), checkable=True),
        C("marks_side_1", "Marks of the second side", (), checkable=True),
        None,
        C("theme_system", "Theme of the &desktop", (), checkable=True, group="theme"),
        C("theme_light", "&Light theme", (), checkable=True, group="theme"),
        C("theme_dark", "Dar&k theme", (), checkable=True, group="theme"),
        C("theme_contrast", "Hi&gh contrast", (), checkable=True, group="theme"),
        None,
        C("reading_mode", "Reading &mode", ("F9",), checkable=True),
        C("full_screen", "&Full screen", ("F11",), checkable=True),
        C("reset_layout", "Re&set layout"),
    )),
    ("&View/&Panels", (
        C("panel_library", "&Library", ("Ctrl+Shift+1",), checkable=True),
        C("panel_meeting", "&Meeting", (), checkable=True),
        C("panel_people", "Mi&nisters", (), checkable=True),
        C("panel_issues", "&Issues", (), checkable=True),
        C("panel_asks", "&Asks", (), checkable=True),
        C("panel_pressure", "&Domestic pressure", (), checkable=True),
        C("panel_gaps", "&Gaps", (), checkable=True),
    )),
    ("&Go", (
        C("search", "&Search the library", ("Ctrl+K", "Ctrl+Shift+F", "/")),
        None,
        C("next_article", "&Next article", ("J", "Ctrl+PgDown")),
        C("previous_article", "&Previous article", ("K", "Ctrl+PgUp")),
        C("back", "&Back", ("Alt+Left",)),
        C("forward", "&Forward", ("Alt+Right",)),
        None,
        C("next_pane", "Next &column", ("F6",)),
        C("previous_pane", "Previous c&olumn", ("Shift+F6",)),
        C("pane_1", "&Library", ("Alt+1",)),
        C("pane_2", "&Article", ("Alt+2",)),
        C("pane_3", "Findin&gs", ("Alt+3",)),
    )),
    ("&Help", (
        C("whats_this", "&What is this?", ("Ctrl+F1",)),
        C("manual", "&Manual", ("Shift+F1",)),
        C("shortcuts", "&Keyboard shortcuts", ("F1", "?")),
        C("palette", "&Find a command…", ("Ctrl+Shift+P",)),
        None,
        C("check_installation", "&Check installation"),
        C("whats_new", "W&hat is new"),
        C("about", "&About"),
    )),
)  # fmt: skip


IN_TEXT = (
    "copy_citation", "add_ask", "add_issue", "add_person", "hide_selection", "put_back", "always_hide",
    "never_hide", "find",
    "edit_article", "show_hidden",
)  # fmt: skip


def build(window: QMainWindow, deeds: Mapping[str, Callable[..., object]]) -> dict[str, QAction]:
    """Fill the window's menu bar; return the actions by command name."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    menus: dict[str, QMenu] = {}
    for title, entries in MENUS:
        above, _, own = title.rpartition("/")  # `&View/&Panels` is a menu in a menu
        parent = menus[above] if above else window.menuBar()
        menu = menus[title] = parent.addMenu(tr(own))
        for command in entries:
            if command is None:
                menu.addSeparator()
            else:
                actions[command.name] = _action(window, menu, command, deeds[command.name])
                if command.group:
                    group = groups.setdefault(command.group, QActionGroup(window))
                    group.addAction(actions[command.name])
    return actions


def _action(
    window: QMainWindow, menu: QMenu, command: Command, deed: Callable[..., object]
) -> QAction:
    action = QAction(_said(command.words), window)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    action.setCheckable(command.checkable)
    if command.checkable:
        action.triggered.connect(deed)
    else:
        action.triggered.connect(lambda _=False: deed())
    menu.addAction(action)
    return action


def names() -> list[tuple[str, str]]:
    """Return every command as (words of its menu, name), in the order of the menus."""
    return [
        (_place(title), command.name)
        for title, entries in MENUS
        for command in entries
        if command is not None
    ]


def shortcuts(actions: Mapping[str, QAction]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return every command with keys: headings, and pairs of keys and words."""
    groups = []
    for title, entries in MENUS:
        keyed = [command for command in entries if command is not None and command.keys]
        pairs = [(_keys(actions[c.name]), tr(c.words).replace("&", "")) for c in keyed]
        if pairs:
            groups.append((_place(title), pairs))
    on_cards = [
        ("Enter", tr("Show the sentence")),
        ("R, Del", tr("Reject")),
        ("E, F2", tr("Edit")),
        *((v.key, tr(v.words).rstrip("…")) for v in VERBS if v.key not in {"R", "E"}),
        ("J / K", tr("Next / previous; in a review the next to review")),
    ]
    return [*groups, (tr("On a card or a row of the lists"), on_cards)]


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(key.toString(native) for key in action.shortcuts())


def _place(title: str) -> str:
    """Return where a menu is: `View › Panels`."""
    return " › ".join(tr(part).replace("&", "") for part in title.split("/"))


def _said(words: str) -> str:
    """Return a command's words; the key that stands after a tab is no word."""
    said, tab, key = words.partition("\t")
    return tr(said) + tab + key
