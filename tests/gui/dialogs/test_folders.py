"""Choosing a folder: one that is there, or one whose name is typed and that is still to be made."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLineEdit

from briefing.gui.dialogs.dialogs import NewFolder
from briefing.gui.reader import Reader
from briefing.paths import Paths
from tests.helpers.pages import Answers


@pytest.fixture
def dialog(qtbot, tmp_path):
    made = NewFolder("Folder for the new library", tmp_path)
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_button_can_be_pressed_for_a_folder_that_is_not_there(qtbot, tmp_path):
    made = NewFolder("Folder", tmp_path)
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClicks(made.findChild(QLineEdit, "fileNameEdit"), "autumn")
    choose = made.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Open)
    assert choose.isEnabled()
    choose.click()
    assert made.folder() == tmp_path / "autumn"


def test_a_folder_that_is_not_there_can_be_typed(dialog, tmp_path):
    dialog.findChild(QLineEdit, "fileNameEdit").setText("talks/autumn")
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.folder() == tmp_path / "talks" / "autumn"


def test_a_whole_path_can_be_typed(dialog, tmp_path):
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "lake"))
    dialog.accept()
    assert dialog.folder() == tmp_path / "lake"


def test_a_folder_that_is_there_can_be_chosen(dialog, tmp_path):
    (tmp_path / "river").mkdir()
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "river"))
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.folder() == tmp_path / "river"


def test_a_new_library_is_made_in_a_folder_that_was_not_there(qapp, tmp_path):
    answers = Answers(folder=tmp_path / "talks" / "autumn")
    reader = Reader(Paths.under(tmp_path / "own"), answers.dialogs)
    window = reader.open(tmp_path / "lake")
    window.commands["new_library"].trigger()
    try:
        assert reader.window is not window
        assert (tmp_path / "talks" / "autumn" / "library.sqlite3").is_file()
    finally:
        reader.window.close()
        reader.window.deleteLater()


def test_a_library_is_opened_only_where_there_is_a_folder(window, tmp_path):
    asked = []
    window.window.library_wanted.connect(lambda how, folder: asked.append((how, Path(folder).name)))
    window.answers.folder = tmp_path
    window.do("open_library")
    assert asked == [("open", tmp_path.name)]
