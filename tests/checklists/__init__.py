"""Tests of `handbook.checklists`, a module each."""
