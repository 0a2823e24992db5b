"""Tests of what looks at external links, a module each."""
