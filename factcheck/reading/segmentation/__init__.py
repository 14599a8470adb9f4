"""What decides where a sentence ends: the marks, the words around them, and the lines."""
