"""The terminal program that a reviewer works in."""
