"""Data that other tools accept: one format a file."""
