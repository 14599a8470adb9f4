"""What each migration does to the database, in SQL; a step that was released never changes."""
