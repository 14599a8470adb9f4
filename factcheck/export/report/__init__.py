"""The verdict report, made from templates: what readers are told of an article."""
