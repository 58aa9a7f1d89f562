"""From content to outline: sections in order, front matter, footnotes."""
