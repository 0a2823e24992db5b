"""Tests of what adds a work to the bibliography, a module each."""
