"""The first house on the street: bytes come in, documents go out.

It opens what users have, keeps the bytes as received, decodes them, extracts the text and says what it could
not read. It knows nothing of claims; ``pipeline`` carries its documents on to ``reading``.
"""
