"""A briefing as a document: outline first, then Markdown, and the proof of its quotations.

Renders values; knows nothing of the library and never changes one.
"""
