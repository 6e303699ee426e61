"""Languages: spelling, small words, numbers, dates and reporting verbs, one folder each.

A language stands on the street under reading: it says what its words mean; reading says how they are put together.
"""
