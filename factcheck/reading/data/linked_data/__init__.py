"""Linked data of other desks and tools: ClaimReview, Web Annotation and Hypothes.is."""
