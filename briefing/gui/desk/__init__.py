"""What lies open, and the way between its parts: columns, views, findings and their sentences."""
