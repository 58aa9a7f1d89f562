"""Libraries that something happened to."""

import shutil
import sqlite3
from contextlib import closing

COUNT = 4  # articles


def spoil(folder):
    (folder / "library.sqlite3").write_bytes(b"no database " * 1000)


def no_backups(folder):
    shutil.rmtree(folder / "backups")


def altered(folder, *statements):
    with closing(sqlite3.connect(folder / "library.sqlite3")) as db:
        db.execute("INSERT INTO recording VALUES (1, NULL)")
        for sql in statements:
            db.execute(sql)
        db.execute("DELETE FROM recording")
        db.commit()
