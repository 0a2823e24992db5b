"""Tests of `handbook.authoring`, a module each."""
