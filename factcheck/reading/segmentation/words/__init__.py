"""The words of each language that tell where its sentences end, as plain tables."""
