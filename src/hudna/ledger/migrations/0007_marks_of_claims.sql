-- The index of words gets a column of marks: kind, month, source, actors, places (`ledger.marking` fills it), so that a
-- search that narrows by them asks the index alone.
DROP TABLE claim_words;
CREATE VIRTUAL TABLE claim_words USING fts5 (folded, marks, tokenize = 'unicode61 remove_diacritics 0');
