"""Verdict scales: the ratings that claims can get, of the program and of a project."""
