"""A backup made at the user's wish, and a library made of one beside the present."""

from briefing.library import Library
from briefing.workspace import going_back, keeping


def test_a_backup_is_made_at_once_where_the_user_wants_one(workspace, write):
    workspace.import_paths([write("a.txt", "The towns met and talked of the toll.")])
    first, second = workspace.back_up_now(), workspace.back_up_now()
    assert first.number < second.number
    kept = keeping.backups(workspace.library_folder, proved=True)
    assert [one.problem for one in kept] == ["", ""]


def test_a_library_made_beside_has_its_originals_and_the_present_stays(workspace, write, tmp_path):
    data = b"The towns met and talked of the toll."
    workspace.import_paths([write("a.txt", data.decode())])
    backup = workspace.back_up_now()
    workspace.import_paths([write("b.txt", "Another day they talked of the bridge.")])
    going_back.restore_beside(workspace.library_folder, backup.path, tmp_path / "beside")
    with Library.open(tmp_path / "beside", create=False) as beside:
        assert beside.check() == ()
        (name,) = beside.originals()
        assert beside.original(name) == data
    assert len(workspace.overview().articles) == 2
