"""What opens beside the window and never blocks it: sheets, forms, the manual; and the desktop's questions."""
