-- What the floor counts, without reading rows. docs/floor.md.

-- How did the offers of the last hour end? Also for a router that begins: to whom was what offered lately?
DROP INDEX offers_ended_idx;
CREATE INDEX offers_ended_idx ON offers (ended_at) INCLUDE (state, brand_id) WHERE ended_at IS NOT NULL;
