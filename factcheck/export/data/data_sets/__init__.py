"""The data sets of the field, exactly as they are published."""
