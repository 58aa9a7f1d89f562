"""What keeps one program running: one window a library, faults, memory, rubbish."""
