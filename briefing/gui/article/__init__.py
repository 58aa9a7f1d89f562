"""The article as it is read: its text, its marks, what finds and hides in it."""
