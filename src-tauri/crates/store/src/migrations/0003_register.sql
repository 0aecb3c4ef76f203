-- The register: people and who came, sealed. What of it lies in this file is ciphertext, and says how many there are, never who.

-- One row once a passphrase was chosen. `recipient` is the public key that what is signed while sealed is sealed to; `passphrase` and
-- `recovery` are the register's secret key, wrapped by the passphrase and by the printed code of sheet number `sheet`. `tries` are wrong
-- ones since the last right one; no other is taken before `wait_until` (milliseconds since 1970).
CREATE TABLE register (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    recipient TEXT NOT NULL,
    passphrase BLOB NOT NULL,
    recovery BLOB NOT NULL,
    sheet INTEGER NOT NULL,
    sealed_at INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    wait_until INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The key of each sealed document, wrapped to the register. Destroying the row is erasing the document, wherever its bytes still lie.
CREATE TABLE key (
    document TEXT PRIMARY KEY REFERENCES document (id),
    wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Signatures and pictures of sealed documents, each sealed with its document's key. `id` is a keyed hash: it says nothing of the bytes.
CREATE TABLE sealed (
    document TEXT NOT NULL REFERENCES document (id),
    id BLOB NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (document, id)
) STRICT;

-- What was signed while the register was sealed, sealed to `register.recipient`, until the next unlocking takes it in. `refused` says why
-- one was not taken.
CREATE TABLE inbox (
    id TEXT PRIMARY KEY,
    bytes BLOB NOT NULL,
    refused TEXT
) STRICT;

-- Documents that were erased, so that they do not come back, with the last number of the log they had.
CREATE TABLE tombstone (
    document TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    erased_at INTEGER NOT NULL
) STRICT;

-- Rows of the season: what a calendar shows to everyone. `life` is live or trash; lists of ids are joined by +.

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    season TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    place TEXT,
    date TEXT NOT NULL,
    halves TEXT NOT NULL,
    "group" TEXT,
    films TEXT NOT NULL,
    life TEXT NOT NULL
) STRICT;

CREATE TABLE place (
    id TEXT PRIMARY KEY,
    season TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    capacity INTEGER
) STRICT;

CREATE TABLE "group" (
    id TEXT PRIMARY KEY,
    season TEXT NOT NULL,
    name TEXT NOT NULL
) STRICT;
