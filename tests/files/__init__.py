"""Tests of `handbook.files`, a module each."""
