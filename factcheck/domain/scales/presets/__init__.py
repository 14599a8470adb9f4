"""The scales that organisations and data sets publish, as data."""
