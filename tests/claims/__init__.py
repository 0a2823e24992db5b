"""Tests of `handbook.claims`, a module each."""
