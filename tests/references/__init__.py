"""Tests of `handbook.references`, a module each."""
