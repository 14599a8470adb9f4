"""What was decided on some words, when sentences are split or joined, or the article changes."""
