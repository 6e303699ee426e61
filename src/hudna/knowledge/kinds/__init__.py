"""The shelf of kinds: what can happen in a war and in a ceasefire, with the words that announce it.

Part of ``knowledge``, under the whole street. One folder per kind and no code in it: a kind is data.
"""
