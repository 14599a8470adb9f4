"""What keys do: one table a part of the screen, and all that derives from the tables."""
