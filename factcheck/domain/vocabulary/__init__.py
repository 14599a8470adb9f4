"""The words of the field that decisions choose among: one list a file."""
