"""Bring in what other tools' files say: whole or not at all, and never twice."""
