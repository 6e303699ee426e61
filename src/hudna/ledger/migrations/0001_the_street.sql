-- The street's nouns as tables. Lists are JSON; what people ask by (actors, places, words) has a table of its own.
-- Natural keys are what other rooms know; `seq` is only the order of arrival and is never shown.

-- The bytes as received: once per SHA-256 of the raw bytes, cut into pieces so that no source is too large, each
-- piece packed with zlib. Never edited.
CREATE TABLE source_files (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  name TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE source_pieces (
  sha256 TEXT NOT NULL REFERENCES source_files (sha256),
  number INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (sha256, number)
);

-- Decoded texts, once each however many documents carry them. Never edited.
CREATE TABLE texts (
  seq INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL
);
CREATE VIRTUAL TABLE text_words USING fts5 (folded, tokenize = 'unicode61 remove_diacritics 0');

CREATE TABLE documents (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  text_sha256 TEXT NOT NULL REFERENCES texts (sha256),
  bytes_sha256 TEXT NOT NULL REFERENCES source_files (sha256),
  source TEXT,
  url TEXT,
  title TEXT,
  published_first TEXT,
  published_last TEXT,
  published_basis TEXT NOT NULL,
  published_why TEXT NOT NULL,
  language TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  extractor TEXT NOT NULL,
  extra TEXT NOT NULL,
  -- the document as intake gave it, without its text: reading starts from this one again and again
  given TEXT NOT NULL,
  given_sha256 TEXT NOT NULL,
  -- what it was last read with; all NULL before the first reading
  read_given TEXT,
  read_knowledge TEXT,
  read_reader TEXT,
  read_dated TEXT,
  read_digest TEXT,
  undated INTEGER
);
CREATE INDEX documents_by_text ON documents (text_sha256);
CREATE INDEX documents_by_bytes ON documents (bytes_sha256);
CREATE INDEX documents_by_day ON documents (published_first);
CREATE INDEX documents_undated ON documents (id) WHERE undated = 1;

CREATE TABLE furniture (
  doc TEXT NOT NULL REFERENCES documents (id),
  number INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  sort TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (doc, number)
) WITHOUT ROWID;

CREATE TABLE claims (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  doc TEXT NOT NULL REFERENCES documents (id),
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  quote TEXT NOT NULL,
  kind TEXT NOT NULL,
  agents TEXT NOT NULL,
  targets TEXT NOT NULL,
  places TEXT NOT NULL,
  when_first TEXT,
  when_last TEXT,
  measure TEXT,
  lo INTEGER,
  hi INTEGER,
  bound TEXT,
  who TEXT,
  side TEXT,
  subset_of TEXT,
  speakers TEXT NOT NULL,
  modality TEXT NOT NULL,
  background INTEGER NOT NULL,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  why TEXT NOT NULL
);
CREATE INDEX claims_by_doc ON claims (doc, start, stop, id);
CREATE INDEX claims_by_day ON claims (when_first, kind, lo, hi);
CREATE INDEX claims_by_kind ON claims (kind, when_first);

-- Who stands in a claim and as what: agent, target, speaker, side.
CREATE TABLE claim_actors (
  claim INTEGER NOT NULL REFERENCES claims (seq) ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (claim, role, position)
) WITHOUT ROWID;
CREATE INDEX claim_actors_by_actor ON claim_actors (actor, role, claim);

CREATE TABLE claim_places (
  claim INTEGER NOT NULL REFERENCES claims (seq) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) WITHOUT ROWID;
CREATE INDEX claim_places_by_place ON claim_places (place, claim);

CREATE VIRTUAL TABLE claim_words USING fts5 (folded, tokenize = 'unicode61 remove_diacritics 0');

CREATE TABLE events (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  when_first TEXT,
  when_last TEXT,
  modality TEXT NOT NULL,
  background INTEGER NOT NULL,
  sources INTEGER NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX events_by_day ON events (when_first, kind);

CREATE TABLE event_claims (
  event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claims (id),
  PRIMARY KEY (event, position)
) WITHOUT ROWID;
CREATE INDEX event_claims_by_claim ON event_claims (claim);

-- Findings are kept as of each date on which they were made: what was said then stays said.
CREATE TABLE findings (
  as_of TEXT NOT NULL,
  id TEXT NOT NULL,
  agreement TEXT NOT NULL,
  clause TEXT NOT NULL,
  sort TEXT NOT NULL,
  status TEXT NOT NULL,
  due TEXT,
  body TEXT NOT NULL,
  PRIMARY KEY (as_of, id)
) WITHOUT ROWID;

CREATE TABLE judgements (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  verb TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  supersedes TEXT REFERENCES judgements (id),
  body TEXT NOT NULL
);
CREATE TABLE judgement_about (
  judgement TEXT NOT NULL REFERENCES judgements (id),
  position INTEGER NOT NULL,
  about TEXT NOT NULL,
  PRIMARY KEY (judgement, position)
) WITHOUT ROWID;
CREATE INDEX judgement_about_by_thing ON judgement_about (about);

CREATE TABLE issues (
  seq INTEGER PRIMARY KEY,
  stage TEXT NOT NULL,
  severity TEXT NOT NULL,
  place TEXT NOT NULL,
  reason TEXT NOT NULL,
  hint TEXT NOT NULL,
  start INTEGER,
  stop INTEGER,
  -- the document whose reading met it; NULL for the other stages
  doc TEXT REFERENCES documents (id)
);
CREATE UNIQUE INDEX issues_once
  ON issues (stage, place, reason, severity, hint, ifnull(start, -1), ifnull(stop, -1), ifnull(doc, ''));
CREATE INDEX issues_by_doc ON issues (doc) WHERE doc IS NOT NULL;

-- One row for each run that changed something. `finished` stays NULL when it was killed.
CREATE TABLE runs (
  seq INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  finished TEXT,
  verb TEXT NOT NULL,
  theatre TEXT,
  as_of TEXT,
  knowledge TEXT,
  reader TEXT,
  version TEXT NOT NULL,
  sources TEXT NOT NULL
);

-- What was done to this ledger, in order. Each row's hash covers the row and the hash before it.
CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  what TEXT NOT NULL,
  about TEXT NOT NULL,
  payload TEXT NOT NULL,
  payload_sha256 TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX log_by_thing ON log (about, what, seq);
CREATE INDEX log_by_what ON log (what, seq);

CREATE TRIGGER log_is_append_only_1 BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_is_append_only_2 BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER texts_stay_1 BEFORE UPDATE ON texts BEGIN SELECT RAISE(ABORT, 'texts are never edited'); END;
CREATE TRIGGER texts_stay_2 BEFORE DELETE ON texts BEGIN SELECT RAISE(ABORT, 'texts are never deleted'); END;
CREATE TRIGGER bytes_stay_1 BEFORE UPDATE ON source_pieces BEGIN SELECT RAISE(ABORT, 'bytes are never edited'); END;
CREATE TRIGGER bytes_stay_2 BEFORE DELETE ON source_pieces BEGIN SELECT RAISE(ABORT, 'bytes are never deleted'); END;
CREATE TRIGGER judgements_stay_1 BEFORE UPDATE ON judgements
  BEGIN SELECT RAISE(ABORT, 'judgements are only superseded'); END;
CREATE TRIGGER judgements_stay_2 BEFORE DELETE ON judgements
  BEGIN SELECT RAISE(ABORT, 'judgements are only superseded'); END;
