"""Fact-checks and annotations as linked data: ClaimReview and Web Annotation."""
