"""Tests of `handbook.syntax`, a module each."""
