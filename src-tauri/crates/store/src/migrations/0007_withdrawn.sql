-- Files whose addition was taken back here: this file has them no more, and they were not erased. Automatic copies of between hold them until
-- whoever was in them is erased in another file (`forgotten`): then they leave those copies too.
CREATE TABLE IF NOT EXISTS withdrawn (
    document TEXT PRIMARY KEY,
    forgotten INTEGER NOT NULL DEFAULT 0
) STRICT;
