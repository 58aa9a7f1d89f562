"""The bars across the window: header, notices, the report of an import, the line of status."""
