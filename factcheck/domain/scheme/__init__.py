"""The label scheme of a project: what its tags mean, and the rules that it works by."""
