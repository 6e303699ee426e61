"""The third room of reading: phrases that mean something fixed become mentions.

Numbers and their bounds, times, places, actors and people counted. It stands between ``split`` and
``attribute``.
"""
