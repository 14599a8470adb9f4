"""Values of the field: what an article, a claim, a verdict and a decision are."""
