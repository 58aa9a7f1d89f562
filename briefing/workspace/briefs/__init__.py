"""Briefings of meetings: drafted, measured, compared, exported."""
