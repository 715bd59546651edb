-- Who says that they work, and lets one offer after the other run out, is taken for away. docs/routing.md.

-- How many ran out before; null: they said themselves what they do.
ALTER TABLE presence ADD COLUMN unseen_offers int;
-- What concerns somebody without being about a case.
ALTER TABLE notifications ALTER COLUMN case_id DROP NOT NULL;
