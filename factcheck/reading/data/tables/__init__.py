"""Tables as spreadsheets save them."""
