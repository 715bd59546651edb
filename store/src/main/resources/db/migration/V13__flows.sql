-- How a company works on its cases, and which brand works how. docs/flows.md.

-- A version of a flow: written once, never changed, since cases finish on the one on which they began.
CREATE TABLE flows (
  name     text COLLATE "C" NOT NULL,
  version  int NOT NULL CHECK (version > 0),
  yaml     text NOT NULL,
  saved_by text,  -- null: it came with Switchboard, or a program saved it
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (name, version)
);

-- On which new cases of a brand begin; no row: on what comes with Switchboard for those who chose none.
CREATE TABLE brand_flows (
  brand_id  int PRIMARY KEY REFERENCES brands,
  name      text COLLATE "C" NOT NULL,
  version   int NOT NULL,
  chosen_by text,
  chosen_at timestamptz NOT NULL,
  FOREIGN KEY (name, version) REFERENCES flows
);
-- Which brands work by a version?
CREATE INDEX brand_flows_flow_idx ON brand_flows (name, version);
