"""Tests of `handbook.overviews`, a module each."""
