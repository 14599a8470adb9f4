"""Copies of the database: made while it is in use, kept by the day, and put back."""
