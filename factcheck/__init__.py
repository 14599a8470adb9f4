"""A terminal program that walks a fact-checker through an article, sentence by sentence."""

__version__ = "0.1.0"
