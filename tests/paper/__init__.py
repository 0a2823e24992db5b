"""Tests of `handbook.paper`, a module each."""
