"""One format a file: from the bytes of a source to the articles in it."""
