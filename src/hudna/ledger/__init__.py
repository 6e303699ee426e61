"""The memory beside the street: nouns become rows and rows nouns again.

SQLite in one file, with migrations and a hash-chained log. It computes nothing about the world; ``pipeline``
writes to it and ``publish`` asks it.
"""
