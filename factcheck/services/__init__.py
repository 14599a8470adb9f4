"""The use-cases: what a reviewer can do, each in one transaction."""
