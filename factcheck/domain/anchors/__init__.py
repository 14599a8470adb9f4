"""Finding each sentence of an article again in a newer version of it."""
