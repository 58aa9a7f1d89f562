"""The library: SQLite, migrations, decisions, undo journal, originals, backup, verification.

The only home of SQL. Stores what it is given; knows nothing of how findings are made or shown.
"""
