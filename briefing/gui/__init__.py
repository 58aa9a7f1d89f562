"""The window. The only home of Qt; everything it does to a library is a use case of `workspace`."""
