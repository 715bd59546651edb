-- Incidents: what happened to the company's systems, the incidents with their latest state, and
-- how far the thread that decides on them has read. docs/incidents.md says what each is for.

-- What an event is about may be an incident.
ALTER TABLE events ADD COLUMN incident_id bigint;
-- The history of an incident.
CREATE INDEX events_incident_idx ON events (incident_id, seq) WHERE incident_id IS NOT NULL;

CREATE TABLE changes (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  brand_id    int REFERENCES brands,  -- null: it concerns all
  external_id text NOT NULL,
  type        text NOT NULL,
  service     text NOT NULL,
  environment text,
  region      text,
  version     text,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz,
  summary     text NOT NULL,
  received_at timestamptz NOT NULL,
  seq         bigint NOT NULL  -- of its event: its place among all that was received
);
-- A change is known once a brand.
CREATE UNIQUE INDEX changes_known_key ON changes (coalesce(brand_id, 0), external_id);
-- The page of an incident: what happened around its onset?
CREATE INDEX changes_started_idx ON changes (started_at);
-- The follower: which change does this event tell of?
CREATE UNIQUE INDEX changes_seq_key ON changes (seq);

CREATE TABLE incidents (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  brand_id    int NOT NULL REFERENCES brands,
  era         int NOT NULL,     -- of the follower, which began to count anew with it
  number      bigint NOT NULL,  -- within its brand and era
  state       text NOT NULL
              CHECK (state IN ('open', 'acknowledged', 'resolved', 'closed', 'merged')),
  opened_at   timestamptz NOT NULL,
  onset_at    timestamptz NOT NULL,
  closed_at   timestamptz,
  merged_into bigint REFERENCES incidents,
  reports     int NOT NULL,
  authors     int NOT NULL,
  probability double precision NOT NULL,
  blamed      text,           -- the likeliest change, if it is likelier than none of them
  incident    json NOT NULL,  -- all that is known of it
  updated_at  timestamptz NOT NULL,
  UNIQUE (brand_id, era, number)
);
-- The list, newest first.
CREATE INDEX incidents_opened_idx ON incidents (opened_at, id);
-- What is going on now.
CREATE INDEX incidents_live_idx ON incidents (opened_at, id)
  WHERE state IN ('open', 'acknowledged');

-- One row: how far the one thread that decides on incidents has come in the event log.
CREATE TABLE incident_follower (
  one           boolean PRIMARY KEY DEFAULT true CHECK (one),
  era           int NOT NULL,     -- grows when the snapshot could not be read
  written       bigint NOT NULL,  -- what followed from events up to this is written
  checkpoint    bigint NOT NULL,  -- the snapshot has seen the events up to this
  checkpoint_at timestamptz NOT NULL,  -- and time up to this
  snapshot      bytea             -- of all brands; null while there was none
);
-- What moved incidents since the checkpoint and stands in no event: the clock, and people.
CREATE TABLE incident_inputs (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  after_seq bigint NOT NULL,       -- it came after this event and before the next
  at        timestamptz NOT NULL,
  brand     text,                  -- null: the clock, for all brands
  kind      text,                  -- of the action, null for the clock
  action    json
);
