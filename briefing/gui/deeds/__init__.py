"""What the menus do: the table of commands, and a deed for each of them."""
