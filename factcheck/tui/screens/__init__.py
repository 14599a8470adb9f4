"""What fills the terminal: one screen or form a file."""
