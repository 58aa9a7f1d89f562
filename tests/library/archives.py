"""Backups to look into and to spoil."""

import hashlib
import json
import sqlite3
import zipfile
from contextlib import closing


def contents(file):
    with zipfile.ZipFile(file) as opened:
        return {i.filename: opened.read(i) for i in opened.infolist()}


def rewritten(backup, change):
    """The backup with its files changed by a function of {name: bytes}."""
    held = change(contents(backup))
    with zipfile.ZipFile(backup, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in held.items():
            out.writestr(name, data)
    return backup


def listed(held, **files):
    """The files with a manifest that tells the truth of them, and of more."""
    held = {k: v for k, v in held.items() if k != "manifest.json"} | files
    entries = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in held.items()
    ]
    manifest = {"format": 1, "identity": "x", "files": entries}
    return held | {"manifest.json": json.dumps(manifest).encode()}


def with_database(held, tmp_path, sql):
    """The files with something done to the database, and a manifest that covers it up."""
    file = tmp_path / "altered.sqlite3"
    file.write_bytes(held["library.sqlite3"])
    with closing(sqlite3.connect(file)) as db:
        db.execute(sql)
        db.commit()
    return listed(held, **{"library.sqlite3": file.read_bytes()})
