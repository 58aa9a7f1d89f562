"""Whether a window can be shown is told in one sentence with what to do."""

import pytest

from briefing import screen


def why(environment, *, missing=(), answers=True, platform="linux"):
    return screen.why_no_window(
        environment,
        loads=lambda library: library not in missing,
        answers=lambda: answers,
        platform=platform,
    )


def test_a_desktop_can_show_it():
    assert why({"DISPLAY": ":0"}) == ""
    assert why({"WAYLAND_DISPLAY": "wayland-0"}) == ""


def test_without_a_display_a_virtual_one_is_named():
    assert "xvfb-run" in why({})


def test_a_display_that_does_not_answer_is_named():
    assert ":7" in why({"DISPLAY": ":7"}, answers=False)


def test_missing_libraries_come_with_the_apt_line_and_only_those():
    told = why({"DISPLAY": ":0"}, missing=("libEGL.so.1", "libxcb-cursor.so.0"))

    assert told.endswith("sudo apt install libegl1 libxcb-cursor0")


def test_a_platform_the_user_chose_is_believed():
    assert why({"QT_QPA_PLATFORM": "offscreen"}, missing=("libxcb-cursor.so.0",)) == ""
    assert why({"QT_QPA_PLATFORM": "xcb"})


def test_other_systems_bring_all_that_is_needed():
    assert why({}, platform="darwin") == ""


def test_where_qt_cannot_be_loaded_what_is_missing_is_named():
    error = ImportError("libEGL.so.1: cannot open shared object file")

    told = screen.why_no_qt(error, loads=lambda name: name != "libEGL.so.1", platform="linux")
    assert str(error) in told
    assert told.endswith("sudo apt install libegl1")

    nothing_missing = screen.why_no_qt(error, loads=lambda name: True, platform="linux")
    assert nothing_missing.endswith("Install the program anew.")


def test_offscreen_asks_for_fewer_libraries():
    told = screen.missing_libraries(offscreen=True, loads=lambda library: False, platform="linux")

    assert "libegl1" in told
    assert "xcb" not in told


@pytest.mark.parametrize("library", ["libc.so.6", "libno-such-library.so.9"])
def test_libraries_are_really_looked_for(library):
    assert screen.loads(library) == (library == "libc.so.6")


def test_a_display_nobody_serves_does_not_answer(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":9999")

    assert not screen.loads("libxcb.so.1") or not screen.display_answers()


def test_it_exits_with_the_sentence(monkeypatch, capsys):
    monkeypatch.setattr(screen.sys, "argv", ["screen"])
    monkeypatch.setattr(screen, "why_no_window", lambda: "There is no display.")

    with pytest.raises(SystemExit) as stopped:
        screen.main()

    assert stopped.value.code == 1
    assert capsys.readouterr().err == "There is no display.\n"
