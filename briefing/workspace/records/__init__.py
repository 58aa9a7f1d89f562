"""From findings and decisions to what the panels show, and where an article belongs."""
