-- How often what opens the register was changed: of two copies of one register, the one that was changed more often says what opens both.
ALTER TABLE register ADD COLUMN wraps INTEGER NOT NULL DEFAULT 0;
-- Since when there are documents that do not open, in milliseconds since 1970; 0 when all do. Copies made before are not let go of.
ALTER TABLE register ADD COLUMN damaged_at INTEGER NOT NULL DEFAULT 0;
-- The document's past holds what was said of someone else: it is written anew once nobody can take that back any more.
ALTER TABLE key ADD COLUMN tainted INTEGER NOT NULL DEFAULT 0;
