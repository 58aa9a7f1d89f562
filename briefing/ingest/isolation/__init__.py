"""Reading of files in a process of its own, which may fail or hang without harm."""
