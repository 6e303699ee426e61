"""The fourth room of reading: who is speaking, and how far their words reach.

It finds the speaker chain and its scope over the sentences that follow. It stands between ``recognise`` and
``claim``.
"""
