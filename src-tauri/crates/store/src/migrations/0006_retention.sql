-- How long what is known of people is kept, in years: one row a season that says it.
CREATE TABLE retention (
    season TEXT PRIMARY KEY,
    contacts_years INTEGER NOT NULL,
    sheets_years INTEGER NOT NULL
) STRICT;

-- How many came and how long they were there in all, kept of a session whose sheet was destroyed; NULL while it has one.
ALTER TABLE session ADD COLUMN came INTEGER;
ALTER TABLE session ADD COLUMN came_minutes INTEGER;

-- The same beside the tombstone of its sheet: an older calendar that is gone back to does not know it.
ALTER TABLE tombstone ADD COLUMN came INTEGER;
ALTER TABLE tombstone ADD COLUMN came_minutes INTEGER;
