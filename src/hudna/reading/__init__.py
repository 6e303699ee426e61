"""The second house on the street: one document comes in, its claims go out.

Everything here needs only the document and the knowledge, so it is pure and can run in parallel and be cached
by hash. Inside, the way leads through ``normalise``, ``split``, ``recognise``, ``attribute`` and ``claim``;
``engine`` runs rules.
"""
