"""What the user changes: articles, meetings, findings, notes and stars."""
