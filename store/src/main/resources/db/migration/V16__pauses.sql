-- Cases that rest in their holder's hands. docs/desk.md.

-- All null: they are worked on.
ALTER TABLE claims
  ADD COLUMN paused_for   text CHECK (paused_for IN ('customer', 'company')),
  ADD COLUMN pause_reason text,
  ADD COLUMN paused_until timestamptz,
  ADD CONSTRAINT claims_pause_check CHECK (
    (paused_for IS NULL) = (paused_until IS NULL)
    AND (paused_for IS NULL) = (pause_reason IS NULL));
-- The sweeper: which go on now?
CREATE INDEX claims_paused_idx ON claims (paused_until) WHERE paused_until IS NOT NULL;

-- For whom has an event made a notification?
CREATE INDEX notifications_event_idx ON notifications (event_seq);
