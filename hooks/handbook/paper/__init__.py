"""Paper: checklists as PDF, and whether they fit a page."""
