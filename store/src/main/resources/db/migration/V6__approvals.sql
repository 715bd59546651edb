-- Colleagues look at a reply before it goes out, and cases that need care are marked.
-- docs/desk.md says what each is for.

-- Somebody new: a colleague reads along.
ALTER TABLE people ADD COLUMN reviewed boolean NOT NULL DEFAULT false;

ALTER TABLE replies
  DROP CONSTRAINT replies_status_check,
  ADD CONSTRAINT replies_status_check CHECK (status IN
    ('queued', 'sending', 'sent', 'failed', 'unknown', 'awaiting', 'returned', 'withdrawn')),
  ADD COLUMN hand_id        int REFERENCES people,  -- who wrote it, if in somebody else's name
  ADD COLUMN approval       text,  -- why it must be, or had to be, approved
  ADD COLUMN approval_about text,
  ADD COLUMN decided_by     int REFERENCES people,
  ADD COLUMN decided_at     timestamptz,
  ADD COLUMN decision_note  text;
-- What waits for approval?
CREATE INDEX replies_awaiting_idx ON replies (created_at) WHERE status = 'awaiting';

ALTER TABLE cases
  ADD COLUMN topics          text[] NOT NULL DEFAULT '{}',  -- sensitive ones, by name
  ADD COLUMN harmless_topics text[] NOT NULL DEFAULT '{}';  -- a person said that they are none
