-- Truth: what cannot be rebuilt.

-- A document is the unit of merging, deletion and sealing. `kind` is that of its root (film, face); `source` says where it came from when
-- it was not begun here (demo).
CREATE TABLE document (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    source TEXT,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

-- The log. `own` is 1 for what was written here; own updates behind the device's `sent` mark are what is still to be sent.
CREATE TABLE document_update (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL REFERENCES document (id),
    own INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
-- Loading a document reads its updates behind the snapshot.
CREATE INDEX document_update_by_document ON document_update (document, seq);

-- The whole document up to and including update `seq`, written only after it was loaded back.
CREATE TABLE snapshot (
    document TEXT PRIMARY KEY REFERENCES document (id),
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

-- Finished strokes, add-only. `id` is the hash of `bytes`.
CREATE TABLE ink (
    document TEXT NOT NULL REFERENCES document (id),
    id BLOB NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;

-- Pictures behind the ink, normalised. `hash` is that of `bytes`.
CREATE TABLE media (
    hash TEXT PRIMARY KEY,
    mime TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    added_at INTEGER NOT NULL
) STRICT;

-- The devices this file has been written by; the last row is the present one. `epoch` goes up at each exchange with others, `sent` is
-- the last update of ours that an exchange took.
CREATE TABLE device (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    made_at INTEGER NOT NULL,
    epoch INTEGER NOT NULL DEFAULT 1,
    sent INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One gesture of one person. `steps` are JSON; `undone` is 1 once taken back, so that it can be done again.
CREATE TABLE undo (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL REFERENCES document (id),
    actor TEXT NOT NULL,
    code TEXT NOT NULL,
    gesture TEXT,
    steps TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;
-- Undo and redo look for the last or first entry of one person in one film.
CREATE INDEX undo_by_actor ON undo (document, actor, undone, id);

-- Rows: projections of the documents, each rebuildable. `life` is live, trash or lost.

CREATE TABLE film (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    ink TEXT NOT NULL,
    pattern TEXT NOT NULL,
    ratio TEXT NOT NULL,
    numbering TEXT NOT NULL,
    locked INTEGER NOT NULL,
    archived INTEGER NOT NULL
) STRICT;

-- Sums over a film's live rows, as JSON.
CREATE TABLE totals (
    film TEXT PRIMARY KEY,
    sums TEXT NOT NULL
) STRICT;

CREATE TABLE scene (
    id TEXT PRIMARY KEY,
    film TEXT NOT NULL,
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    omitted INTEGER NOT NULL,
    heading TEXT NOT NULL,
    subset TEXT NOT NULL,
    int_ext TEXT,
    time_of_day TEXT,
    story_day TEXT NOT NULL,
    characters TEXT NOT NULL,
    summary TEXT NOT NULL,
    shots INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    setup_minutes INTEGER NOT NULL,
    life TEXT NOT NULL
) STRICT;
-- Opening a film reads its scenes.
CREATE INDEX scene_by_film ON scene (film);

CREATE TABLE shot (
    id TEXT PRIMARY KEY,
    film TEXT NOT NULL,
    scene TEXT NOT NULL,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    omitted INTEGER NOT NULL,
    size TEXT,
    shot_type TEXT,
    angle TEXT,
    side TEXT,
    movement TEXT,
    support TEXT NOT NULL,
    lens TEXT NOT NULL,
    light TEXT NOT NULL,
    sound TEXT NOT NULL,
    characters TEXT NOT NULL,
    status TEXT NOT NULL,
    action TEXT NOT NULL,
    dialogue TEXT NOT NULL,
    notes TEXT NOT NULL,
    estimate_ms INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    setup_minutes INTEGER NOT NULL,
    panels INTEGER NOT NULL,
    look TEXT NOT NULL,
    life TEXT NOT NULL
) STRICT;
-- Opening a film reads its shots.
CREATE INDEX shot_by_film ON shot (film);

CREATE TABLE panel (
    id TEXT PRIMARY KEY,
    film TEXT NOT NULL,
    shot TEXT NOT NULL,
    position INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    label TEXT NOT NULL,
    action TEXT NOT NULL,
    dialogue TEXT NOT NULL,
    duration_ms INTEGER NOT NULL,
    drawing TEXT NOT NULL,
    look TEXT NOT NULL,
    life TEXT NOT NULL
) STRICT;
-- Opening a film reads its panels; the strip on the home page the first of them.
CREATE INDEX panel_by_film ON panel (film, life, "index");

CREATE TABLE drawing (
    id TEXT PRIMARY KEY,
    film TEXT NOT NULL,
    panel TEXT NOT NULL,
    version TEXT NOT NULL,
    finished INTEGER NOT NULL,
    picture TEXT,
    strokes INTEGER NOT NULL,
    ink_strokes INTEGER NOT NULL,
    life TEXT NOT NULL
) STRICT;
-- Opening a film reads its drawings.
CREATE INDEX drawing_by_film ON drawing (film);

CREATE TABLE stroke (
    id TEXT PRIMARY KEY,
    drawing TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    face TEXT,
    layer TEXT NOT NULL,
    ink TEXT NOT NULL,
    cuts TEXT NOT NULL
) STRICT;
-- Opening a drawing, or making its thumbnail, reads its strokes.
CREATE INDEX stroke_by_drawing ON stroke (drawing);

CREATE TABLE mark (
    id TEXT PRIMARY KEY,
    drawing TEXT NOT NULL,
    kind TEXT NOT NULL,
    x0 INTEGER NOT NULL,
    y0 INTEGER NOT NULL,
    x1 INTEGER NOT NULL,
    y1 INTEGER NOT NULL,
    bend INTEGER NOT NULL,
    colour TEXT NOT NULL,
    size INTEGER NOT NULL,
    face TEXT,
    text TEXT NOT NULL,
    life TEXT NOT NULL
) STRICT;
-- Opening a drawing, or making its thumbnail, reads its marks.
CREATE INDEX mark_by_drawing ON mark (drawing);

CREATE TABLE face (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    shape TEXT NOT NULL,
    colour TEXT NOT NULL,
    life TEXT NOT NULL
) STRICT;

-- Pictures of drawings, made again whenever `version` is not the drawing's.
CREATE TABLE thumbnail (
    drawing TEXT NOT NULL,
    width INTEGER NOT NULL,
    version TEXT NOT NULL,
    png BLOB NOT NULL,
    PRIMARY KEY (drawing, width)
) STRICT, WITHOUT ROWID;

-- What can be searched, a row a text, and its index; accents do not count.
CREATE TABLE search_text (
    id INTEGER PRIMARY KEY,
    entity TEXT NOT NULL,
    document TEXT NOT NULL,
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
-- A changed row finds the texts it had.
CREATE INDEX search_text_by_entity ON search_text (entity);
CREATE VIRTUAL TABLE search USING fts5 (text, content = 'search_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
