"""Pages of the web: fetched only when they are asked for, and bounded in every way."""
