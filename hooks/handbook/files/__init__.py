"""Files: text and YAML with the place of everything, and how a file is written."""
