-- How much of the work flows: what was answered lately, and was it out of the ordinary?
CREATE INDEX cases_replied_idx ON cases (first_reply_at) WHERE first_reply_at IS NOT NULL;
