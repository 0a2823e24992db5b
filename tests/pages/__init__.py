"""Tests of `handbook.pages`, a module each."""
