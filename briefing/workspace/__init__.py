"""The use cases shared by window and command line: adding, reviewing, searching, exporting.

Every changing use case is one titled, undoable operation and returns what it changed.
Knows nothing of Qt and of the terminal.
"""
