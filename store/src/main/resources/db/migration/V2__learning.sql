-- Triage that learns: what was decided on each post, what people said of it, and the models that
-- came of it. docs/triage.md says what each is for.

ALTER TABLE posts
  ADD COLUMN problem             boolean,
  ADD COLUMN problem_probability real,
  ADD COLUMN intent              text,
  ADD COLUMN intent_probability  real,
  ADD COLUMN urgency             real,
  ADD COLUMN sentiment           text,
  ADD COLUMN worth_answering     boolean,
  ADD COLUMN reasons             text,  -- one a line
  ADD COLUMN audit_chance        real,  -- with which it was drawn for the audit; null if it was not
  ADD COLUMN judged              text CHECK (judged IN ('help', 'setAside', 'thank'));  -- by a person

-- What was set aside, by triage or by people, newest first.
CREATE INDEX posts_set_aside_idx ON posts (channel_id, received_at, id)
  WHERE coalesce(judged, verdict) = 'setAside';
-- What deserves a word and has had none.
CREATE INDEX posts_worth_idx ON posts (channel_id, received_at, id)
  WHERE worth_answering AND judged IS NULL;
-- The audit: what was drawn.
CREATE INDEX posts_audit_idx ON posts (channel_id, received_at, id)
  WHERE audit_chance IS NOT NULL;

-- One row a brand. Whoever writes or takes back labels locks it, last of all: so the steps of a
-- brand are numbered without holes, in the order of their commits.
CREATE TABLE triage_learners (
  brand_id  int PRIMARY KEY REFERENCES brands,
  steps     int NOT NULL DEFAULT 0,
  announced int NOT NULL DEFAULT 0,  -- events and exceptions were written for steps up to this
  audit     bytea                    -- how far the drawing of samples is
);

-- What people did, as it teaches. A model is made of the labels that are not undone, by step.
CREATE TABLE triage_labels (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  brand_id      int NOT NULL REFERENCES brands,
  step          int NOT NULL,
  post_id       bigint NOT NULL,
  text          text NOT NULL,  -- the post's at that time, its first 1,000 characters
  case_id       bigint,
  action        text NOT NULL CHECK (action IN ('set_aside', 'brought_back', 'thanked', 'audited',
                                                'replied', 'transferred', 'tagged',
                                                'left_unanswered')),
  needs_help    boolean,  -- null where the action says nothing of it
  intent        text,
  problem       boolean,
  verdict       text,     -- what triage had said
  judged_before text,
  case_effect   text NOT NULL DEFAULT 'none'
                CHECK (case_effect IN ('none', 'opened', 'reopened', 'closed')),
  person_id     int REFERENCES people,  -- null for an imported history
  at            timestamptz NOT NULL,
  undone_at     timestamptz,
  undone_by     int REFERENCES people,
  undone_step   int,
  replaced_by   bigint,  -- the later label that contradicts this one
  UNIQUE (brand_id, step),
  CHECK ((undone_at IS NULL) = (undone_step IS NULL))
);
-- What do people say of this post?
CREATE INDEX triage_labels_post_idx ON triage_labels (post_id);
-- The learner: what was taken back since?
CREATE INDEX triage_labels_undone_idx ON triage_labels (brand_id, undone_step)
  WHERE undone_step IS NOT NULL;

-- Learners as they were after a step; a few a brand. Those that learned from what was taken back
-- are deleted with it.
CREATE TABLE triage_models (
  brand_id int NOT NULL REFERENCES brands,
  version  int NOT NULL,  -- of the model: the step plus one
  base     int NOT NULL,  -- the fingerprint of the default that it started from
  bytes    bytea NOT NULL,
  at       timestamptz NOT NULL,
  PRIMARY KEY (brand_id, version)
);

-- Exceptions may concern a brand as a whole.
ALTER TABLE exceptions ADD COLUMN brand_id int REFERENCES brands;
UPDATE exceptions x SET brand_id = c.brand_id FROM cases c WHERE c.id = x.case_id;
ALTER TABLE exceptions ALTER COLUMN brand_id SET NOT NULL;
ALTER TABLE exceptions ALTER COLUMN case_id DROP NOT NULL;
-- One of a kind at a time, of those that concern a brand as a whole.
CREATE UNIQUE INDEX exceptions_brand_key ON exceptions (brand_id, kind)
  WHERE case_id IS NULL AND cleared_at IS NULL;
