-- What somebody is writing, and what they should hear of. docs/desk.md says how both work.

-- A reply that is not sent yet: its writer's own until it is sent, submitted or handed over.
CREATE TABLE drafts (
  case_id      bigint NOT NULL REFERENCES cases,
  person_id    int NOT NULL REFERENCES people,
  text         text NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
  seen_through bigint NOT NULL,  -- the last post that its writer had seen
  revision     bigint NOT NULL,  -- counted by the writer's pages: the larger one wins
  updated_at   timestamptz NOT NULL,
  left_by      int REFERENCES people,  -- who handed it over with the case, until it is changed
  PRIMARY KEY (case_id, person_id)
);
-- The sweeper: which have been forgotten?
CREATE INDEX drafts_updated_idx ON drafts (updated_at);

-- What concerns a person, made from the log by one reader of it.
CREATE TABLE notifications (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id int NOT NULL REFERENCES people,
  event_seq bigint NOT NULL,
  kind      text NOT NULL,
  case_id   bigint NOT NULL,
  actor     text,  -- who caused it, if it was a person
  words     text,  -- a reason or a note, as people wrote it
  at        timestamptz NOT NULL,
  read_at   timestamptz,
  UNIQUE (person_id, event_seq, kind)  -- also the panel: the latest first
);
-- The bell: how many has one not read?
CREATE INDEX notifications_unread_idx ON notifications (person_id) WHERE read_at IS NULL;
-- The sweeper: which are too old?
CREATE INDEX notifications_at_idx ON notifications (at);

-- How far the log has been read for them; one row.
CREATE TABLE notifier (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq bigint NOT NULL
);
INSERT INTO notifier (seq) SELECT coalesce(max(seq), 0) FROM events;

-- Of which kinds somebody does not want to hear.
ALTER TABLE people ADD COLUMN muted_notices text[] NOT NULL DEFAULT '{}';
