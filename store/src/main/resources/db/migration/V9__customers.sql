-- Which authors are one customer, and who is not heard. docs/customers.md.

-- External ids are compared, never sorted for people: by bytes is quicker, and finds what begins with a word.
ALTER TABLE authors
  ALTER COLUMN external_id TYPE text COLLATE "C",
  -- The author of the same customer with the smallest number, if that is another.
  ADD COLUMN customer_id bigint,
  ADD COLUMN muted_at    timestamptz,
  ADD COLUMN muted_by    int REFERENCES people,
  ADD COLUMN spam        boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT authors_muted_check CHECK ((muted_at IS NULL) = (muted_by IS NULL)),
  ADD CONSTRAINT authors_spam_check CHECK (NOT spam OR muted_at IS NOT NULL);
-- The authors of a customer.
CREATE INDEX authors_customer_idx ON authors (customer_id) WHERE customer_id IS NOT NULL;

-- A person's word that two authors are one customer; those taken back stay.
CREATE TABLE customer_joins (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  author_id bigint NOT NULL REFERENCES authors,
  other_id  bigint NOT NULL REFERENCES authors,
  joined_by int NOT NULL REFERENCES people,
  joined_at timestamptz NOT NULL,
  undone_by int REFERENCES people,
  undone_at timestamptz
);
-- The joins that stand, of a customer's authors.
CREATE INDEX customer_joins_author_idx ON customer_joins (author_id) WHERE undone_at IS NULL;

-- What a customer wrote, newest last: their history on the page of a case.
CREATE INDEX posts_author_idx ON posts (author_id, created_at) WHERE direction = 'in';
