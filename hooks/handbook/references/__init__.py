"""References: what the bibliography holds of a work, and how a work is named and listed."""
