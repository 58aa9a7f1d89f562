"""Records as the window sees them: rows, marks, gaps, and what can be decided about them."""
