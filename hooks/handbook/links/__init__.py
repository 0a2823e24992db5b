"""External links: which a handbook has, whether they still lead somewhere, and what is kept."""
