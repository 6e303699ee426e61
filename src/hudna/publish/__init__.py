"""The last house on the street: it tells people.

Daily report, dashboard and exports. It asks the ``ledger`` (and hands it judgements), takes labels from
``knowledge`` and computes nothing itself.
"""
