def key_table():
    return []
