"""Opening the database file: whose it is, whether it is whole, and whether it is still there."""
