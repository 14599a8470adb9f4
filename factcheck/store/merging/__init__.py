"""Bringing in what another database holds: the union, in any order, and nothing twice."""
