"""Tests of `handbook.missed`, a module each."""
