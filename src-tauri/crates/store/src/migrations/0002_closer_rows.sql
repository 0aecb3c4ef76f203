-- Rows that one stroke changes lie on fewer pages: every page is written to the disk before the next stroke may be.

-- The updates of a document lie together: that is how they are read. `seq` counts through the file; nothing is ever taken out of the
-- log, so the next number is one above the highest.
CREATE TABLE document_update_2 (
    document TEXT NOT NULL REFERENCES document (id),
    seq INTEGER NOT NULL,
    own INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (document, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO document_update_2 SELECT document, seq, own, bytes FROM document_update;
DROP TABLE document_update;
ALTER TABLE document_update_2 RENAME TO document_update;

-- Ink goes behind ink, whatever its hash.
CREATE TABLE ink_2 (
    number INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document (id),
    id BLOB NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
INSERT INTO ink_2 (document, id, bytes) SELECT document, id, bytes FROM ink;
DROP TABLE ink;
ALTER TABLE ink_2 RENAME TO ink;
-- A stroke finds its points, and the same points are one row.
CREATE UNIQUE INDEX ink_by_id ON ink (document, id);

-- The strokes of a drawing lie together: that is how they are read.
CREATE TABLE stroke_2 (
    id TEXT NOT NULL,
    drawing TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    face TEXT,
    layer TEXT NOT NULL,
    ink TEXT NOT NULL,
    cuts TEXT NOT NULL,
    PRIMARY KEY (drawing, id)
) STRICT, WITHOUT ROWID;
INSERT INTO stroke_2 SELECT id, drawing, "order", face, layer, ink, cuts FROM stroke;
DROP TABLE stroke;
ALTER TABLE stroke_2 RENAME TO stroke;

-- One gesture of one person, numbered for each person and film in the order of doing. `steps` are JSON; `undone` is 1 once taken back,
-- so that it can be done again. What is undone always comes after all that is not.
CREATE TABLE undo_2 (
    document TEXT NOT NULL REFERENCES document (id),
    actor TEXT NOT NULL,
    id INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    code TEXT NOT NULL,
    gesture TEXT,
    steps TEXT NOT NULL,
    PRIMARY KEY (document, actor, id)
) STRICT, WITHOUT ROWID;
INSERT INTO undo_2
    SELECT document, actor, row_number() OVER (PARTITION BY document, actor ORDER BY id), undone, code, gesture, steps FROM undo;
DROP TABLE undo;
ALTER TABLE undo_2 RENAME TO undo;

-- Scenes stand somewhere too.
ALTER TABLE scene ADD COLUMN status TEXT NOT NULL DEFAULT 'planned';

-- Which computation of the rows this file has; rows of an older one are computed again when the file is opened.
CREATE TABLE projection (generation INTEGER NOT NULL) STRICT;
