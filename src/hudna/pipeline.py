"""The street itself: the only file that knows all the rooms.

It carries documents from ``intake`` to ``reading``, claims to ``events``, events to ``compliance``, and
writes each result to the ``ledger``. The one line that points back is drawn here too: it asks the ledger for
earlier claims and judgements and hands them to ``events`` as plain arguments.
"""
