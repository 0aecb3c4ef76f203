# Printing: the papers and tables that leave the film
print = Print
print-shot = Print this shot
print-title = Print the film
print-film = { $count ->
    [0] { $title }
    [one] { $title }, { $count } shot
   *[other] { $title }, { $count } shots
}
key-print = Print the film

print-kind = What do we make?
print-kind-storyboard = Storyboard
print-kind-shot-list = Shot list
print-kind-xlsx = Excel table
print-kind-csv = CSV table
print-per-page = Panels per page
print-paper = Paper
print-paper-a4 = A4
print-paper-letter = Letter
print-direction = Direction
print-portrait = Portrait
print-landscape = Landscape
print-scenes = Scenes
print-all = All
print-scene = Scene { $number }
print-by-shot = Choose shots
print-by-scene = Back to scenes
print-shots = Shots
print-shots-of = Shots of scene { $number }
print-shots-chosen = { $count ->
    [0] none chosen
   *[other] { $count } chosen
}
print-under = Under each drawing
print-action = Action
print-dialogue = Dialogue
print-duration = Duration
print-notes = Room for notes
print-whole = On the paper
print-black = Black only
print-cover = Cover
print-pencil = Blue pencil too

# The page that is looked at
print-page = Preview of page { $page } of { $pages }
print-page-labels = Preview of page { $page } of { $pages }: from { $first } to { $last }
print-pages = Pages
print-before = Previous
print-after = Next
print-go-to = Page { $page }
print-jump = Go to page
print-jump-short = Go to
print-coming = The page is coming…
print-failed = The film is safe, nothing in it changed. Only the preview is missing: let us try again.
print-no-shot = No shot chosen
print-no-shot-more = Touch the shots we want on the paper.
print-no-shot-table = Touch the shots we want in the table.
print-no-scene = No scene chosen
print-no-scene-more = What we had chosen is no longer in the film. Touch another scene, or “All”.
print-letters = These signs are not in our letters: { $letters }. A question mark in a diamond takes their place.

# Tables have no pages
print-table-first = The first { $count } lines
print-table = One line for each shot
print-table-holds = Scene, set, shot, size, angle, movement, light, sound, action, dialogue, notes, durations.
print-table-xlsx = The drawings are in the lines, and durations add up.
print-table-csv = Plain text, for other programs. The drawings stay here. In Excel, the Excel table opens better.
print-table-opens = It opens in LibreOffice, Excel or Numbers.
print-sample-shot = Shot
print-sample-drawing = Drawing
print-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}

# The foot: what comes out
print-count = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}
print-viewer = “Print” opens the PDF, we print from there.
print-empty = No shot to print yet.
print-empty-table = No shot yet: the table is empty.
print-empty-scenes = No shot yet: the table has the scenes only.
print-save = Save the PDF
print-save-pages = { $pages ->
    [one] Save the PDF, { $pages } page
   *[other] Save the PDF, { $pages } pages
}
print-save-table = Save the table
print-stop = Stop
print-stopping = Stopping…
print-phase-drawings = Preparing the drawings
print-phase-setting = Laying out the pages
print-phase-writing = Writing the file
print-done-of = { $done } of { $of }
print-saved = { $pages ->
    [one] Saved: { $name } ({ $pages } page)
   *[other] Saved: { $name } ({ $pages } pages)
}
print-saved-table = Saved: { $name }
print-opened = The PDF is open, we print from there.
print-unshown = The PDF is ready.
print-unshown-link = The browser held back the new tab: it opens from here.
print-unshown-save = No program opened it: let us save it, it will open elsewhere.
print-open-pdf = Open the PDF
print-shortened = { $count ->
    [one] { $count } text was too long for a cell of the table: it is cut there. In the film it is whole.
   *[other] { $count } texts were too long for a cell of the table: they are cut there. In the film they are whole.
}
