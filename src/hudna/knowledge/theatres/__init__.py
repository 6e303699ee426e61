"""The shelf of theatres: one folder per conflict, with places, actors, sources, agreement and known events.

Part of ``knowledge``, under the whole street. No code in it: a theatre is data that a monitor writes and
reviews.
"""
