"""The files of annotation tools, which people come from and go to."""
