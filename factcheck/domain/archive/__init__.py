"""The archive: everything that a database holds, as records that can be written and read back."""
