"""From bytes to text, and from text to sentences: pure functions."""
