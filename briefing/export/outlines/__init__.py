"""A briefing in order, whatever the format: blocks, lines, footnotes and their references."""
