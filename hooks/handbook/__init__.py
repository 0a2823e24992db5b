"""The generator: pages in Markdown become checklists, references and a list of problems."""
