-- What people leaf through: slim rows beside the fat ones, in the order in which pages show them, and counts that are
-- kept up to date so that no page has to count. Everything here follows from the other tables (`ledger.facts` fills it);
-- nothing of it is part of what the ledger says.

-- `event_facts` lies in the order of days, so that a walk along it reads one row after the other.
-- `day` is the first day of an event, empty where it has none: such events stand at the end of every list.
-- `since` is the number that the log's next entry had when the event came to stand as it does.
CREATE TABLE event_facts (
  day TEXT NOT NULL,
  event TEXT NOT NULL UNIQUE REFERENCES events (id) ON DELETE CASCADE,
  last_day TEXT NOT NULL,
  kind TEXT NOT NULL,
  modality TEXT NOT NULL,
  background INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  sources INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  figures INTEGER NOT NULL,
  happened TEXT NOT NULL,
  who TEXT NOT NULL,
  violation TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (day, event)
) WITHOUT ROWID;
CREATE INDEX event_facts_by_kind ON event_facts (kind, day, event);
CREATE INDEX event_facts_by_origins ON event_facts (origins, event);
CREATE INDEX event_facts_disputed ON event_facts (day, event) WHERE disputed = 1;
CREATE INDEX event_facts_by_change ON event_facts (since, event);

CREATE TABLE event_places (
  place TEXT NOT NULL,
  day TEXT NOT NULL,
  event TEXT NOT NULL REFERENCES event_facts (event) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  -- 1 where it is said to have happened, in this war: what a map shows
  shown INTEGER NOT NULL,
  PRIMARY KEY (place, day, event)
) WITHOUT ROWID;
CREATE INDEX event_places_by_event ON event_places (event);

-- An actor and, in a row of its own, the first part of its code: AZE beside AZE.MOD.
CREATE TABLE event_actors (
  actor TEXT NOT NULL,
  day TEXT NOT NULL,
  event TEXT NOT NULL REFERENCES event_facts (event) ON DELETE CASCADE,
  role TEXT NOT NULL,
  PRIMARY KEY (actor, day, event, role)
) WITHOUT ROWID;
CREATE INDEX event_actors_by_event ON event_actors (event);

-- Claims as searches need them: `claim` is the number of the row in `claims`.
CREATE TABLE claim_facts (
  claim INTEGER PRIMARY KEY REFERENCES claims (seq) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  first TEXT,
  modality TEXT NOT NULL,
  source TEXT
);
CREATE TABLE claim_events (
  claim INTEGER NOT NULL,
  event TEXT NOT NULL REFERENCES event_facts (event) ON DELETE CASCADE,
  PRIMARY KEY (claim, event)
) WITHOUT ROWID;
CREATE INDEX claim_events_by_event ON claim_events (event, claim);

CREATE TABLE event_disputes (
  event TEXT NOT NULL REFERENCES event_facts (event) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  field TEXT NOT NULL,
  sort TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (event, position)
) WITHOUT ROWID;
CREATE INDEX event_disputes_by_day ON event_disputes (sort, day, event, position);

-- When an event was first known and when it went: events come and go as texts come in, and those who follow must hear.
CREATE TABLE event_lives (
  event TEXT PRIMARY KEY,
  known INTEGER NOT NULL,
  gone INTEGER
) WITHOUT ROWID;
CREATE INDEX event_lives_by_end ON event_lives (gone, event) WHERE gone IS NOT NULL;
CREATE INDEX event_lives_by_start ON event_lives (known, event);
CREATE TRIGGER event_lives_1 AFTER INSERT ON event_facts BEGIN
  INSERT INTO event_lives VALUES (NEW.event, NEW.since, NULL) ON CONFLICT (event) DO UPDATE SET gone = NULL;
END;
CREATE TRIGGER event_lives_2 AFTER DELETE ON event_facts BEGIN
  UPDATE event_lives SET gone = (SELECT ifnull(max(seq), 0) + 1 FROM log) WHERE event = OLD.event;
END;

CREATE TABLE day_counts (
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  modality TEXT NOT NULL,
  background INTEGER NOT NULL,
  events INTEGER NOT NULL,
  -- of these, those that span more than a day, and those with values that exclude each other
  long INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  PRIMARY KEY (day, kind, modality, background)
) WITHOUT ROWID;
CREATE TRIGGER day_counts_1 AFTER INSERT ON event_facts BEGIN
  INSERT INTO day_counts
    VALUES (NEW.day, NEW.kind, NEW.modality, NEW.background, 1, NEW.last_day > NEW.day, NEW.disputed)
    ON CONFLICT DO UPDATE SET
      events = events + 1, long = long + excluded.long, disputed = disputed + excluded.disputed;
END;
CREATE TRIGGER day_counts_2 AFTER DELETE ON event_facts BEGIN
  UPDATE day_counts
    SET events = events - 1, long = long - (OLD.last_day > OLD.day), disputed = disputed - OLD.disputed
    WHERE day = OLD.day AND kind = OLD.kind AND modality = OLD.modality AND background = OLD.background;
  DELETE FROM day_counts
    WHERE day = OLD.day AND kind = OLD.kind AND modality = OLD.modality AND background = OLD.background AND events = 0;
END;

-- What a map shows: by years («2023»), months («2023-09») and days.
CREATE TABLE place_counts (
  period TEXT NOT NULL,
  place TEXT NOT NULL,
  kind TEXT NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (period, place, kind)
) WITHOUT ROWID;
CREATE TRIGGER place_counts_1 AFTER INSERT ON event_places WHEN NEW.shown = 1 AND NEW.day <> '' BEGIN
  INSERT INTO place_counts VALUES (substr(NEW.day, 1, 4), NEW.place, NEW.kind, 1)
    ON CONFLICT DO UPDATE SET events = events + 1;
  INSERT INTO place_counts VALUES (substr(NEW.day, 1, 7), NEW.place, NEW.kind, 1)
    ON CONFLICT DO UPDATE SET events = events + 1;
  INSERT INTO place_counts VALUES (NEW.day, NEW.place, NEW.kind, 1)
    ON CONFLICT DO UPDATE SET events = events + 1;
END;
CREATE TRIGGER place_counts_2 AFTER DELETE ON event_places WHEN OLD.shown = 1 AND OLD.day <> '' BEGIN
  UPDATE place_counts SET events = events - 1
    WHERE period IN (substr(OLD.day, 1, 4), substr(OLD.day, 1, 7), OLD.day) AND place = OLD.place AND kind = OLD.kind;
  DELETE FROM place_counts
    WHERE period IN (substr(OLD.day, 1, 4), substr(OLD.day, 1, 7), OLD.day) AND place = OLD.place AND kind = OLD.kind
      AND events = 0;
END;

-- The events of each finding, with what lists of alleged breaches ask for.
CREATE TABLE finding_events (
  as_of TEXT NOT NULL,
  finding TEXT NOT NULL,
  event TEXT NOT NULL,
  sort TEXT NOT NULL,
  agreement TEXT NOT NULL,
  obligation TEXT NOT NULL,
  status TEXT NOT NULL,
  accused TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (as_of, finding, event),
  FOREIGN KEY (as_of, finding) REFERENCES findings (as_of, id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX finding_events_by_event ON finding_events (event);
CREATE INDEX finding_events_by_day ON finding_events (as_of, sort, day, finding, event, agreement, status, accused);
CREATE INDEX finding_events_by_agreement ON finding_events (as_of, agreement, day, event);
CREATE INDEX findings_by_sort ON findings (as_of, sort, agreement, id);
-- Alleged breaches by day, who is accused, and status.
CREATE TABLE breach_counts (
  as_of TEXT NOT NULL,
  agreement TEXT NOT NULL,
  day TEXT NOT NULL,
  accused TEXT NOT NULL,
  status TEXT NOT NULL,
  breaches INTEGER NOT NULL,
  PRIMARY KEY (as_of, agreement, day, accused, status)
) WITHOUT ROWID;
CREATE TRIGGER breach_counts_1 AFTER INSERT ON finding_events WHEN NEW.sort = 'alleged_breach' BEGIN
  INSERT INTO breach_counts VALUES (NEW.as_of, NEW.agreement, NEW.day, NEW.accused, NEW.status, 1)
    ON CONFLICT DO UPDATE SET breaches = breaches + 1;
END;
CREATE TRIGGER breach_counts_2 AFTER DELETE ON finding_events WHEN OLD.sort = 'alleged_breach' BEGIN
  UPDATE breach_counts SET breaches = breaches - 1
    WHERE as_of = OLD.as_of AND agreement = OLD.agreement AND day = OLD.day AND accused = OLD.accused
      AND status = OLD.status;
  DELETE FROM breach_counts
    WHERE as_of = OLD.as_of AND agreement = OLD.agreement AND day = OLD.day AND accused = OLD.accused
      AND status = OLD.status AND breaches = 0;
END;
-- An event that came to stand on another day takes its findings with it.
CREATE TRIGGER breach_counts_3 AFTER UPDATE OF day ON finding_events WHEN NEW.sort = 'alleged_breach' BEGIN
  UPDATE breach_counts SET breaches = breaches - 1
    WHERE as_of = OLD.as_of AND agreement = OLD.agreement AND day = OLD.day AND accused = OLD.accused
      AND status = OLD.status;
  DELETE FROM breach_counts
    WHERE as_of = OLD.as_of AND agreement = OLD.agreement AND day = OLD.day AND accused = OLD.accused
      AND status = OLD.status AND breaches = 0;
  INSERT INTO breach_counts VALUES (NEW.as_of, NEW.agreement, NEW.day, NEW.accused, NEW.status, 1)
    ON CONFLICT DO UPDATE SET breaches = breaches + 1;
END;
CREATE TRIGGER finding_events_1 AFTER INSERT ON event_facts BEGIN
  UPDATE finding_events SET day = NEW.day WHERE event = NEW.event AND day <> NEW.day;
END;

ALTER TABLE documents ADD COLUMN claims INTEGER NOT NULL DEFAULT 0;
CREATE INDEX documents_by_source ON documents (source, published_first, claims);
CREATE INDEX documents_of_source ON documents (source, ifnull(published_first, ''), id);
CREATE INDEX documents_to_leaf ON documents (ifnull(published_first, ''), id);
CREATE INDEX judgements_by_time ON judgements (at, id);
