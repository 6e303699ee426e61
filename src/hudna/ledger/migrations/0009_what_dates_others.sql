-- What each dated document tells of a day, by which undated ones are dated; `made_of` is the reading that it was taken from.
CREATE TABLE lent (
  doc TEXT PRIMARY KEY,
  made_of TEXT NOT NULL,
  entries TEXT NOT NULL
) WITHOUT ROWID;
