"""Pressure."""
def find_pressure(document, *, meeting, people, mentions, tables, asks):
    return ()
