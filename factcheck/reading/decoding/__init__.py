"""From bytes to text, exactly: found out, and never guessed where it is not sure."""
