"""Search over the library: one query, or a list of them."""
