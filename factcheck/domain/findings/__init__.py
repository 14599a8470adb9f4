"""What a decision can say: one kind of finding a file."""
