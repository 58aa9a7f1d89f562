"""What the program is measured by: the search engine beside others, and the window as one types."""
