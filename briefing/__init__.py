"""Briefing: from a pile of press articles to a briefing for a meeting between governments."""

__version__ = "0.1.0"
