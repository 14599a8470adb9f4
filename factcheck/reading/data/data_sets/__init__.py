"""The data sets of the field, as they are published."""
