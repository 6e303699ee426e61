"""The last room of reading: mentions and speakers become claims.

A claim needs a trigger, its arguments, a speaker chain and a stance. What leaves here leaves the house for
``events``.
"""
