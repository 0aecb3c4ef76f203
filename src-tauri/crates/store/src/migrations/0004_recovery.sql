-- Whether someone has shown, by copying from it, that the printed recovery sheet is at hand.
ALTER TABLE register ADD COLUMN proved INTEGER NOT NULL DEFAULT 0;
