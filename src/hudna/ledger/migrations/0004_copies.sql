-- Which texts are copies of others. Everything here follows from texts, furniture and sources, and is found again when a
-- reading changes.

-- `compared` is the digest of the reading with which the document was compared; `team` the least id of its group.
CREATE TABLE copy_marks (
  doc TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  whole INTEGER NOT NULL,
  compared TEXT NOT NULL,
  team TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX copy_marks_by_whole ON copy_marks (whole);
CREATE INDEX copy_marks_by_team ON copy_marks (team);
CREATE UNIQUE INDEX copy_marks_by_seq ON copy_marks (seq);

CREATE TABLE copy_bands (
  band INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (band, seq)
) WITHOUT ROWID;
CREATE INDEX copy_bands_by_seq ON copy_bands (seq);
CREATE TABLE copy_samples (
  sample INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (sample, seq)
) WITHOUT ROWID;
CREATE INDEX copy_samples_by_seq ON copy_samples (seq);

-- Both directions of each pair that was found; `spans` is JSON, offsets into the text of `doc`.
CREATE TABLE copied (
  doc TEXT NOT NULL,
  other TEXT NOT NULL,
  sort TEXT NOT NULL,
  share REAL NOT NULL,
  spans TEXT NOT NULL,
  PRIMARY KEY (doc, other)
) WITHOUT ROWID;
CREATE INDEX copied_by_other ON copied (other);

-- Whom the words of a group likely come from; groups of one have no row.
CREATE TABLE copy_groups (
  team TEXT PRIMARY KEY,
  origin TEXT NOT NULL,
  why TEXT NOT NULL
) WITHOUT ROWID;
