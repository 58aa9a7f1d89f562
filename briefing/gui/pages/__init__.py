"""The pages that take turns with the article: results, brief, comparison, timeline."""
