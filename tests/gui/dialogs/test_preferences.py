"""Preferences: each holds at once and is kept."""

from PySide6.QtWidgets import QComboBox, QSpinBox

from briefing.gui.dialogs.preferences import Preferences


def preferences(window):
    window.do("preferences")
    return window.window.findChild(Preferences)


def test_a_preference_holds_at_once_and_is_kept(window, theme, qtbot):
    panel = preferences(window)
    with qtbot.waitSignal(window.window.settings_changed) as told:
        panel.findChild(QSpinBox, "reading_size").setValue(17)
    assert told.args[0].reading_size == 17
    box = panel.findChild(QComboBox, "theme")
    box.setCurrentIndex(box.findData("dark"))
    box.activated.emit(box.currentIndex())
    assert theme.choice == "dark"
    assert window.window.commands["theme_dark"].isChecked()
    panel.close()


def test_preferences_do_not_block_the_window(window):
    panel = preferences(window)
    assert not panel.isModal()
    panel.close()


def test_our_side_is_kept_when_it_was_typed(window, qtbot):
    panel = preferences(window)
    field = panel.findChild(QComboBox, "our_side").lineEdit()
    field.setText("Sylvania")
    with qtbot.waitSignal(window.window.settings_changed) as told:
        field.editingFinished.emit()
    assert told.args[0].our_side == "Sylvania"
    panel.close()
