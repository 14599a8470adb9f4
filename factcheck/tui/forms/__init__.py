"""The forms of the review: what each asks, and which decision its answers make."""
