-- Where each case is in its flow, and what is due of it: a projection of the log. docs/adr/0024.

-- Written by one follower of the log alone, and hot: no foreign keys (docs/adr/0004).
CREATE TABLE case_places (
  case_id       bigint PRIMARY KEY,
  brand_id      int NOT NULL,
  flow          text COLLATE "C" NOT NULL,
  version       int NOT NULL,
  step          text COLLATE "C" NOT NULL,
  state         text NOT NULL CHECK (state IN ('waiting', 'claimed', 'pending', 'answered', 'closed')),
  entered_at    timestamptz NOT NULL,
  due_kind      text,         -- the next deadline: which, when, is a breach foreseen, is it past
  due_at        timestamptz,
  in_danger     boolean NOT NULL,
  breached      boolean NOT NULL,
  look_again_at timestamptz,  -- when time alone decides something
  seen_at       timestamptz NOT NULL,
  place         jsonb NOT NULL,
  CHECK ((due_kind IS NULL) = (due_at IS NULL))
) WITH (fillfactor = 70);  -- each further event changes its row
-- The follower: of which has time decided something?
CREATE INDEX case_places_look_idx ON case_places (look_again_at) WHERE look_again_at IS NOT NULL;
-- The floor and the lists: what is in this step, and what is due next?
CREATE INDEX case_places_step_idx ON case_places (brand_id, flow, step) WHERE state <> 'closed';
CREATE INDEX case_places_due_idx ON case_places (due_at) WHERE due_at IS NOT NULL;
-- Which versions are in use?
CREATE INDEX case_places_flow_idx ON case_places (flow, version);

-- How far the log has been followed; one row.
CREATE TABLE process_follower (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq bigint NOT NULL
);
INSERT INTO process_follower (seq) SELECT coalesce(max(seq), 0) FROM events;

-- Cases that were there before there were places; emptied at the first start.
CREATE TABLE unplaced_cases (case_id bigint PRIMARY KEY);
INSERT INTO unplaced_cases SELECT id FROM cases WHERE state <> 'closed';

-- In which step of the flow a reply waits; null if it is not the flow that asks for approval.
ALTER TABLE replies ADD COLUMN approval_step text;
