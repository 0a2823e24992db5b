"""Overviews: what is made of all pages together, most of it a page of its own."""
