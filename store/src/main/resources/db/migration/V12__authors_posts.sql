-- By author and nothing else: while it held incoming posts only, plans for any query about incoming
-- posts of a conversation read all of it.
DROP INDEX posts_author_idx;
CREATE INDEX posts_author_idx ON posts (author_id, created_at);
