-- `event_actors` had a row of its own for the first part of every code, so that an actor and all under it could be asked for by one
-- code. But a country is an actor too, and who belongs to whom is said by the packs, not by the code: codes stand there alone
-- now (`ledger.facts` fills the table anew).
DELETE FROM event_actors;
-- The alleged breaches of one clause, without reading all of its agreement.
CREATE INDEX finding_events_by_clause ON finding_events (as_of, sort, agreement, obligation, finding);
