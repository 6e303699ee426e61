"""The third house on the street: the claims of many documents become events.

Right of the cut: its results depend on history, so its steps are small, ordered and explainable. It receives
claims and judgements as plain arguments from ``pipeline`` and hands events on to ``compliance``.
"""
