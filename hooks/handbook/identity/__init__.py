"""Whether an entry is the work that its identifier leads to, as the registrar records it."""
