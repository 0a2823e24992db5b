"""Pages: what stands on a page and where, the terms it explains, and its place among others."""
