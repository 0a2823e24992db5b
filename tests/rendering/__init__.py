"""Tests of `handbook.rendering`, a module each."""
