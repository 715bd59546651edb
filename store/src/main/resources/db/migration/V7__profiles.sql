-- Who works with whom, on what, when, and how much they hold. docs/people.md says what each is for.
-- People without a capacity are names that a program has made up: nothing else is known of them.

ALTER TABLE people
  ADD COLUMN capacity  int CHECK (capacity BETWEEN 0 AND 100),
  ADD COLUMN volunteer boolean NOT NULL DEFAULT false,
  ADD COLUMN zone      text NOT NULL DEFAULT 'UTC';  -- whose clocks their shifts go by
UPDATE people SET capacity = 10 WHERE login IS NOT NULL;
-- The directory: who is in it, by name?
CREATE INDEX people_directory_idx ON people (lower(name), id) WHERE capacity IS NOT NULL;

CREATE TABLE teams (
  id         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL
);

CREATE TABLE team_members (
  person_id int NOT NULL REFERENCES people,
  team_id   int NOT NULL REFERENCES teams ON DELETE CASCADE,
  PRIMARY KEY (person_id, team_id)
);
-- Who is in this team?
CREATE INDEX team_members_team_idx ON team_members (team_id);

-- Brands by name: people may be there before the brand's first post. None: they answer for all.
CREATE TABLE person_brands (
  person_id int NOT NULL REFERENCES people,
  brand     text NOT NULL,
  PRIMARY KEY (person_id, brand)
);

CREATE TABLE person_languages (
  person_id int NOT NULL REFERENCES people,
  language  text NOT NULL,  -- BCP 47
  PRIMARY KEY (person_id, language)
);

CREATE TABLE person_skills (
  person_id int NOT NULL REFERENCES people,
  skill     text NOT NULL,
  level     int NOT NULL CHECK (level BETWEEN 1 AND 5),
  PRIMARY KEY (person_id, skill)
);

CREATE TABLE shifts (
  person_id int NOT NULL REFERENCES people,
  weekday   int NOT NULL CHECK (weekday BETWEEN 1 AND 7),  -- 1 is Monday
  starts    time NOT NULL,
  ends      time NOT NULL,  -- on the next day, unless it is later than starts
  PRIMARY KEY (person_id, weekday, starts, ends)
);

-- No row: off.
CREATE TABLE presence (
  person_id int PRIMARY KEY REFERENCES people,
  presence  text NOT NULL CHECK (presence IN ('working', 'away', 'off')),
  since     timestamptz NOT NULL
);

CREATE TABLE volunteer_topics (
  person_id    int NOT NULL REFERENCES people,
  topic        text NOT NULL,
  opted_at     timestamptz NOT NULL,
  certified_by text,  -- a name: scripts certify too
  certified_at timestamptz,
  PRIMARY KEY (person_id, topic),
  CHECK ((certified_by IS NULL) = (certified_at IS NULL))
);
