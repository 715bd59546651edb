-- The spine: a post becomes an answered case. docs/ARCHITECTURE.md says what each table is for.
-- Ids are drawn in blocks (see SequenceIds); they identify, they do not order.

CREATE SEQUENCE post_ids INCREMENT BY 10000;
CREATE SEQUENCE conversation_ids INCREMENT BY 10000;
CREATE SEQUENCE author_ids INCREMENT BY 10000;
CREATE SEQUENCE case_ids INCREMENT BY 100;
CREATE SEQUENCE reply_ids INCREMENT BY 100;
CREATE SEQUENCE event_numbers;

CREATE TABLE brands (
  id         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE channels (
  id         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  brand_id   int NOT NULL REFERENCES brands,
  network    text NOT NULL,
  account    text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (network, account)
);

CREATE TABLE people (
  id         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE authors (
  id          bigint PRIMARY KEY,
  brand_id    int NOT NULL,
  network     text NOT NULL,
  external_id text NOT NULL,
  UNIQUE (brand_id, network, external_id)
);

CREATE TABLE conversations (
  id              bigint PRIMARY KEY,
  channel_id      int NOT NULL,
  last_post       bigint NOT NULL,
  last_shown_at   timestamptz NOT NULL,
  first_asked_at  timestamptz,
  last_help_at    timestamptz,
  last_replied_at timestamptz
) WITH (fillfactor = 70);  -- each further post changes its row

CREATE TABLE posts (
  id              bigint PRIMARY KEY,
  channel_id      int NOT NULL,
  external_id     text NOT NULL,
  conversation_id bigint NOT NULL,
  author_id       bigint NOT NULL,
  direction       text NOT NULL,
  kind            text NOT NULL,
  in_reply_to     text,
  text            text NOT NULL,
  created_at      timestamptz NOT NULL,
  shown_at        timestamptz NOT NULL,
  received_at     timestamptz NOT NULL,
  edited_at       timestamptz,
  deleted_at      timestamptz,
  language        text,
  url             text,
  followers       int,
  extra           jsonb,
  verdict         text,
  probability     real,
  model           int
);
-- Intake: is this post known, and where is its parent?
CREATE UNIQUE INDEX posts_known_key ON posts (channel_id, external_id);
-- The page of a case: the conversation in the order shown.
CREATE INDEX posts_conversation_idx ON posts (conversation_id, shown_at, id);

-- What an author changed; kept, not shown.
CREATE TABLE post_revisions (
  post_id     bigint NOT NULL,
  replaced_at timestamptz NOT NULL,
  text        text NOT NULL
);
CREATE INDEX post_revisions_post_idx ON post_revisions (post_id);

CREATE TABLE awaited_parents (
  channel_id      int NOT NULL,
  external_id     text NOT NULL,
  conversation_id bigint NOT NULL,
  PRIMARY KEY (channel_id, external_id)
);
-- Merging conversations: what did the one that goes wait for?
CREATE INDEX awaited_parents_conversation_idx ON awaited_parents (conversation_id);

CREATE TABLE cases (
  id              bigint PRIMARY KEY,
  brand_id        int NOT NULL REFERENCES brands,
  conversation_id bigint NOT NULL,
  state           text NOT NULL CHECK (state IN ('waiting', 'claimed', 'pending', 'answered', 'closed')),
  ranked_low      boolean NOT NULL,
  fence           bigint NOT NULL,
  asked_at        timestamptz NOT NULL,
  opened_at       timestamptz NOT NULL,
  first_reply_at  timestamptz,
  pending_reply   bigint,
  closed_at       timestamptz,
  close_reason    text,
  CHECK ((state = 'closed') = (closed_at IS NOT NULL AND close_reason IS NOT NULL)),
  CHECK ((state = 'pending') = (pending_reply IS NOT NULL))
);
-- One open case a conversation; also how intake finds it.
CREATE UNIQUE INDEX cases_open_key ON cases (conversation_id) WHERE state <> 'closed';
-- Intake: the latest case of a conversation, closed ones included.
CREATE INDEX cases_conversation_idx ON cases (conversation_id);
-- The inbox by state, most urgent first; also the counts of open cases.
CREATE INDEX cases_inbox_idx ON cases (state, ranked_low, asked_at, id) WHERE state <> 'closed';
-- The list of closed cases, newest first.
CREATE INDEX cases_closed_idx ON cases (asked_at DESC, id DESC) WHERE state = 'closed';

CREATE TABLE claims (
  case_id    bigint PRIMARY KEY REFERENCES cases,
  person_id  int NOT NULL REFERENCES people,
  token      bigint NOT NULL,
  claimed_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
-- The sweeper: which leases have run out?
CREATE INDEX claims_expiry_idx ON claims (expires_at);
-- The inbox: what do I hold?
CREATE INDEX claims_person_idx ON claims (person_id);

CREATE TABLE replies (
  id              bigint PRIMARY KEY,
  idempotency_key text NOT NULL UNIQUE,
  case_id         bigint NOT NULL REFERENCES cases,
  channel_id      int NOT NULL REFERENCES channels,
  person_id       int NOT NULL REFERENCES people,
  text            text NOT NULL,
  in_reply_to     text,
  seen_through    bigint NOT NULL,
  status          text NOT NULL CHECK (status IN ('queued', 'sending', 'sent', 'failed', 'unknown')),
  attempts        int NOT NULL DEFAULT 0,
  created_at      timestamptz NOT NULL,
  due_at          timestamptz NOT NULL,
  sender          text,
  sent_at         timestamptz,
  external_id     text,
  error           text
);
-- The outbox: what is due, and what was being sent when its sender went away?
CREATE INDEX replies_due_idx ON replies (due_at) WHERE status IN ('queued', 'sending');
CREATE INDEX replies_case_idx ON replies (case_id);

CREATE TABLE notes (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id   bigint NOT NULL REFERENCES cases,
  person_id int NOT NULL REFERENCES people,
  text      text NOT NULL,
  at        timestamptz NOT NULL
);
CREATE INDEX notes_case_idx ON notes (case_id);

CREATE TABLE exceptions (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id    bigint NOT NULL REFERENCES cases,
  reply_id   bigint REFERENCES replies,
  kind       text NOT NULL,
  reason     text NOT NULL,
  raised_at  timestamptz NOT NULL,
  cleared_at timestamptz,
  cleared_by int REFERENCES people,
  clearing   text
);
-- What needs a person now.
CREATE INDEX exceptions_open_idx ON exceptions (raised_at) WHERE cleared_at IS NULL;
CREATE INDEX exceptions_case_idx ON exceptions (case_id);

-- Numbers are drawn by transactions that have an id already (CASE evaluates in order): readers rely
-- on it to know when a hole will stay empty. See docs/adr/0005.
CREATE TABLE events (
  seq      bigint PRIMARY KEY
           DEFAULT CASE WHEN pg_current_xact_id() IS NOT NULL THEN nextval('event_numbers') END,
  at       timestamptz NOT NULL,
  brand_id int,
  type     text NOT NULL,
  case_id  bigint,
  post_id  bigint,
  actor    text,
  data     jsonb NOT NULL,
  v        smallint NOT NULL DEFAULT 1
);
-- The history of a case.
CREATE INDEX events_case_idx ON events (case_id, seq) WHERE case_id IS NOT NULL;

CREATE TABLE imports (
  source     text PRIMARY KEY,
  position   bigint NOT NULL,
  line       bigint NOT NULL,
  updated_at timestamptz NOT NULL,
  finished   boolean NOT NULL DEFAULT false
);
