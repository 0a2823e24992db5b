"""Worked examples: the code that computes the numbers and figures printed on the pages."""
