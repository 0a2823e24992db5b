"""Missed: what was not read as its author meant it, such as a fence, a table or an item."""
