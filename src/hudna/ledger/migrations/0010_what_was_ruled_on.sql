-- Findings that people decided about and that were taken out since, as they stood last: a ruling is about the clause and the
-- claims of its finding, and holds on when the happening is told by other claims and its finding bears another id.
CREATE TABLE ruled_findings (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER ruled_findings_1 AFTER DELETE ON findings
WHEN EXISTS (SELECT 1 FROM judgement_about WHERE about = OLD.id) BEGIN
  INSERT OR REPLACE INTO ruled_findings VALUES (OLD.id, OLD.body);
END;
