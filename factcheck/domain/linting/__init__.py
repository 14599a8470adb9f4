"""What an editor would object to: the rules of the linter, one subject a file."""
