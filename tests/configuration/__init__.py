"""Tests of `handbook.configuration`, a module each."""
