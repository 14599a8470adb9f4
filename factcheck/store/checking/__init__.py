"""Checks of a whole database: each yields what it looked at, and says what is wrong with it."""
