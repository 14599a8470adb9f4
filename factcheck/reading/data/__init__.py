"""Files of other tools and of data sets, read as what they say of which words."""
