"""Checklists: what is on them, and what they look like outside the site."""
