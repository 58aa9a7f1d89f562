"""An article as sentences, clauses and words, with the sides and places it names."""
