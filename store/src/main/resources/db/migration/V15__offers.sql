-- Who is offered which case, and why. docs/routing.md.

-- One case for one person, until it ends. No keys to cases: they are locked by whoever acts on them,
-- and routing must not wait there (docs/adr/0004).
CREATE TABLE offers (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id    bigint NOT NULL,
  brand_id   int NOT NULL REFERENCES brands,
  person_id  int NOT NULL REFERENCES people,
  made_at    timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at   timestamptz,
  state      text NOT NULL DEFAULT 'open'
             CHECK (state IN ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
  reason     text,  -- why it was withdrawn
  why        jsonb NOT NULL,  -- who could have had the case, who was chosen, by which rule
  CHECK ((state = 'open') = (ended_at IS NULL)),
  CHECK ((state = 'withdrawn') = (reason IS NOT NULL))
);
-- A case is offered to one person at a time.
CREATE UNIQUE INDEX offers_open_key ON offers (case_id) WHERE state = 'open';
-- What am I offered?
CREATE INDEX offers_person_idx ON offers (person_id) WHERE state = 'open';
-- Why this agent: the offers of a case.
CREATE INDEX offers_case_idx ON offers (case_id, id);
-- A router that begins: to whom was what offered lately?
CREATE INDEX offers_ended_idx ON offers (ended_at) WHERE state IN ('declined', 'expired');

-- One row: which of the processes on this database routes now. Whoever begins counts on; whoever
-- finds another number has been followed by another.
CREATE TABLE router (
  one  boolean PRIMARY KEY DEFAULT true CHECK (one),
  term bigint NOT NULL
);
