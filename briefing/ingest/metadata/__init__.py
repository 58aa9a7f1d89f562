"""Title, outlet, author and date of an article, each with its reason."""
