"""Rendering: how citations become HTML while a page is parsed, and what a reader sees of it."""
