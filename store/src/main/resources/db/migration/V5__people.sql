-- Who may sign in, and what they may do. docs/security.md says why each is as it is. People without
-- a login are those whom somebody has named: they hold and answer, but can't sign in.

ALTER TABLE people
  ADD COLUMN login               text,  -- lower case
  ADD COLUMN role                text,
  ADD COLUMN password_hash       text,  -- with the name of its method; null until one is chosen
  ADD COLUMN password_changed_at timestamptz,
  ADD COLUMN disabled_at         timestamptz,
  ADD CONSTRAINT people_account_check CHECK ((login IS NULL) = (role IS NULL));
-- Sign-in.
CREATE UNIQUE INDEX people_login_idx ON people (login) WHERE login IS NOT NULL;
-- Is there an administrator?
CREATE INDEX people_role_idx ON people (role) WHERE role IS NOT NULL;

-- A session is a secret that only its browser knows: here stands its SHA-256.
CREATE TABLE sessions (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hash       bytea NOT NULL UNIQUE,
  person_id  int NOT NULL REFERENCES people,
  created_at timestamptz NOT NULL,
  seen_at    timestamptz NOT NULL,
  ended_at   timestamptz,
  ending     text
);
-- Whose are open?
CREATE INDEX sessions_person_idx ON sessions (person_id) WHERE ended_at IS NULL;
-- The sweeper: which have run out, or ended long ago?
CREATE INDEX sessions_seen_idx ON sessions (seen_at) WHERE ended_at IS NULL;
CREATE INDEX sessions_created_idx ON sessions (created_at) WHERE ended_at IS NULL;
CREATE INDEX sessions_ended_idx ON sessions (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE api_keys (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hash       bytea NOT NULL UNIQUE,
  person_id  int NOT NULL REFERENCES people,
  name       text NOT NULL,
  scopes     text[] NOT NULL,
  created_at timestamptz NOT NULL,
  used_at    timestamptz,
  revoked_at timestamptz
);
CREATE INDEX api_keys_person_idx ON api_keys (person_id);

-- Wrong passwords in a row, by account and by address; the subject is a SHA-256, since people type
-- passwords into the wrong field.
CREATE TABLE sign_in_failures (
  subject    bytea PRIMARY KEY,
  failures   int NOT NULL,
  last_at    timestamptz NOT NULL,
  shut_until timestamptz
);
CREATE INDEX sign_in_failures_last_idx ON sign_in_failures (last_at);

-- Links that let somebody in once: the first administrator, or a person who chooses a password.
CREATE TABLE one_time_links (
  hash       bytea PRIMARY KEY,
  person_id  int REFERENCES people,  -- null: the first administrator
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX one_time_links_person_idx ON one_time_links (person_id);
-- The sweeper: which are too old?
CREATE INDEX one_time_links_expires_idx ON one_time_links (expires_at);
