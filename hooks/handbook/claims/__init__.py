"""Claims: the sentences of a page, and which of them state what needs a source."""
