"""The syntax: what authors write besides Markdown, and what its ids and names stand for."""
