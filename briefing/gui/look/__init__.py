"""How it looks: colours, themes, and the small pieces the rooms above are made of."""
