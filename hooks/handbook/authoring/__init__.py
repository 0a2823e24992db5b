"""Authoring: what a program writes for an author: new pages, ids, repairs and schemas."""
