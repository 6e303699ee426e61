-- Where in archives the kept bytes lay. An archive is hashed and not kept: its pages are, each once however often they
-- were archived. `head` stands before a page's bytes in its record; record_sha256 covers both.
CREATE TABLE origins (
  source TEXT NOT NULL REFERENCES source_files (sha256),
  archive TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  path TEXT NOT NULL,
  place INTEGER NOT NULL,
  length INTEGER,
  head BLOB NOT NULL,
  record_sha256 TEXT NOT NULL,
  tool TEXT NOT NULL,
  left_out INTEGER NOT NULL,
  PRIMARY KEY (archive, path, place)
) WITHOUT ROWID;
CREATE INDEX origins_by_source ON origins (source);
CREATE INDEX origins_left_out ON origins (archive) WHERE left_out;

CREATE TRIGGER origins_stay_1 BEFORE UPDATE ON origins WHEN old.left_out <= new.left_out
  BEGIN SELECT RAISE(ABORT, 'where bytes lay is never edited'); END;
CREATE TRIGGER origins_stay_2 BEFORE DELETE ON origins BEGIN SELECT RAISE(ABORT, 'where bytes lay is never deleted'); END;
