-- As whom people answer in public. docs/identity.md.

ALTER TABLE people
  ADD COLUMN signature     text,  -- null: the initials of what customers read
  ADD COLUMN pseudonym     text,  -- what customers read instead of the name
  ADD COLUMN signs         boolean NOT NULL DEFAULT true,
  ADD COLUMN public_page   boolean NOT NULL DEFAULT false,
  ADD COLUMN public_handle text,
  ADD COLUMN helps_with    text,
  ADD CONSTRAINT people_public_check CHECK (NOT public_page OR public_handle IS NOT NULL);
-- A public page by its address; addresses that were given up are free again.
CREATE UNIQUE INDEX people_public_handle_idx ON people (public_handle) WHERE public_handle IS NOT NULL;

ALTER TABLE brands
  ADD COLUMN signatures boolean NOT NULL DEFAULT true,
  ADD COLUMN sign_off   text,  -- for those who have opted out
  ADD COLUMN team_page  boolean NOT NULL DEFAULT false;
