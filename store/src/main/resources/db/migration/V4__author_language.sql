-- Which language a post is in, and who says so. docs/adr/0016.
-- In which language an author was last surely known to write.
ALTER TABLE authors ADD COLUMN language text;
-- 'declared' by the network, as the 'author' wrote before, or by the 'text' itself; null if nobody knows it, and
-- for posts that came before this column, whose language was always declared.
ALTER TABLE posts ADD COLUMN language_from text;
