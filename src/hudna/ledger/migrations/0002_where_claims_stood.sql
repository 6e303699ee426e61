-- Where claims stood when events were last weighed, so that the next weighing touches only what is new. Everything here
-- follows from the other tables and is made anew when what it was weighed with changed.

-- `head` names the claims that belong together from the start, `room` the group, `other` and `why` how it was joined;
-- `first` and `last` are days as proleptic ordinals.
CREATE TABLE placings (
  claim TEXT PRIMARY KEY,
  doc TEXT NOT NULL,
  family TEXT NOT NULL,
  head TEXT NOT NULL,
  room TEXT NOT NULL,
  first INTEGER,
  last INTEGER,
  other TEXT NOT NULL,
  why TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX placings_by_doc ON placings (doc);
CREATE INDEX placings_by_room ON placings (room);
CREATE INDEX placings_by_day ON placings (first, last) WHERE last - first < 31;
CREATE INDEX placings_by_season ON placings (first, last) WHERE last - first >= 31;

-- Groups that go to another one: losses to what caused them, an answer to what it answers.
CREATE TABLE moves (
  room TEXT PRIMARY KEY,
  target TEXT NOT NULL,
  claim TEXT NOT NULL,
  other TEXT NOT NULL,
  why TEXT NOT NULL,
  answer INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX moves_by_target ON moves (target);

-- Each document as it was weighed: the digest of its reading; and what all was weighed with (knowledge, decisions, rules).
CREATE TABLE weighed (
  doc TEXT PRIMARY KEY,
  digest TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE weighed_with (basis TEXT NOT NULL);

CREATE INDEX findings_by_id ON findings (id);
