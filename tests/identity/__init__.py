"""Tests of identity: what registrars answer, the snapshot, and how entries are compared."""
