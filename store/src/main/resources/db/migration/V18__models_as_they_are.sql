-- Weights don't compress: to try takes longer than to write them.
ALTER TABLE triage_models ALTER COLUMN bytes SET STORAGE EXTERNAL;
