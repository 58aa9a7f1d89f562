"""A real briefing in every format out of the window, without a word of complaint from Qt."""

from briefing.export import FORMATS
from briefing.paths import Paths, resources
from briefing.settings import Settings
from briefing.workspace import open_workspace


def test_every_format_is_written_from_the_dialog(open_window, tmp_path):
    workspace = open_workspace(tmp_path / "lake", Paths.under(tmp_path / "own"), Settings())
    sample = next(one for one in sorted(resources().joinpath("sample").glob("2023*.txt")))
    workspace.import_paths([sample])
    page = open_window(workspace)
    page.idle()
    page.do("export_brief")
    dialog = page.window.preparing.exporting.dialog
    for box in dialog.formats.values():
        box.setChecked(True)
    dialog.folder.setText(str(tmp_path / "out"))
    page.idle()
    dialog.export.click()
    page.idle()
    ends = {path.suffix for path in (tmp_path / "out").iterdir()}
    assert ends == {f".{name}" for name in FORMATS}
    assert "files written into" in page.error()
    page.window.close()
    workspace.close()
