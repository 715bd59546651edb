-- What the floor counts, without reading rows. docs/floor.md.

-- How did the offers of the last hour end? Also for a router that begins: to whom was what offered lately?
DROP INDEX offers_ended_idx;
CREATE INDEX offers_ended_idx ON offers (ended_at) INCLUDE (state, brand_id) WHERE ended_at IS NOT NULL;

-- How many are in which step, since when, how many late? Also the lists: what is in this step?
DROP INDEX case_places_step_idx;
CREATE INDEX case_places_step_idx ON case_places (brand_id, flow, step)
  INCLUDE (version, state, entered_at, due_at, in_danger, breached) WHERE state <> 'closed';

-- The inbox by state, most urgent first; also the counts of open cases, of a brand or of all.
DROP INDEX cases_inbox_idx;
CREATE INDEX cases_inbox_idx ON cases (state, ranked_low, asked_at, id) INCLUDE (brand_id)
  WHERE state <> 'closed';
