-- What changed since the events were last held against the agreements: what the next holding must look at again.

-- The day and everything besides events, claims and documents that they were held with; no row: nothing to go on.
CREATE TABLE held_with (as_of TEXT NOT NULL, basis TEXT NOT NULL);
CREATE TABLE unheld_events (event TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE unheld_claims (claim TEXT PRIMARY KEY) WITHOUT ROWID;

CREATE TRIGGER unheld_1 AFTER INSERT ON events WHEN EXISTS (SELECT 1 FROM held_with) BEGIN
  INSERT OR IGNORE INTO unheld_events VALUES (NEW.id);
END;
CREATE TRIGGER unheld_2 AFTER DELETE ON events WHEN EXISTS (SELECT 1 FROM held_with) BEGIN
  INSERT OR IGNORE INTO unheld_events VALUES (OLD.id);
END;
CREATE TRIGGER unheld_3 AFTER INSERT ON event_claims WHEN EXISTS (SELECT 1 FROM held_with) BEGIN
  INSERT OR IGNORE INTO unheld_claims VALUES (NEW.claim);
END;
CREATE TRIGGER unheld_4 AFTER DELETE ON event_claims WHEN EXISTS (SELECT 1 FROM held_with) BEGIN
  INSERT OR IGNORE INTO unheld_claims VALUES (OLD.claim);
END;
CREATE TRIGGER unheld_5 AFTER INSERT ON claims WHEN EXISTS (SELECT 1 FROM held_with) BEGIN
  INSERT OR IGNORE INTO unheld_claims VALUES (NEW.id);
END;
CREATE TRIGGER unheld_6 AFTER DELETE ON claims WHEN EXISTS (SELECT 1 FROM held_with) BEGIN
  INSERT OR IGNORE INTO unheld_claims VALUES (OLD.id);
END;
-- Who published a text, and when, is evidence of its claims.
CREATE TRIGGER unheld_7 AFTER UPDATE OF source, published_first, published_last ON documents
WHEN (OLD.source IS NOT NEW.source OR OLD.published_first IS NOT NEW.published_first
      OR OLD.published_last IS NOT NEW.published_last) AND EXISTS (SELECT 1 FROM held_with) BEGIN
  INSERT OR IGNORE INTO unheld_claims SELECT id FROM claims WHERE doc = NEW.id;
END;
