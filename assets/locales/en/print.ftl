# The print dialog
print-title = Print the film
print-open = Print
print-kind = What
print-kind-storyboard = Storyboard, as PDF
print-kind-shot-list = Shot list, as PDF
print-kind-xlsx = Shot list, for Excel
print-kind-csv = Shot list, as CSV
print-per-page = Panels per page
print-panels = { $count ->
    [one] { $count } panel
   *[other] { $count } panels
}
print-paper = Paper
print-a4 = A4
print-letter = Letter
print-direction = Direction
print-portrait = Upright
print-landscape = Lying
print-scenes = Scenes
print-all = All
print-scene = Scene { $number }
print-shot = Shot { $label }
print-shown = On the page
print-action = Action
print-dialogue = Dialogue
print-duration = Length
print-notes = Room for notes
print-cover = Cover
print-pencil = Blue pencil too
print-black = Black only
print-page = { $page } / { $pages }
print-page-alt = Preview of page { $page } of { $pages }
print-before = Before
print-after = After
print-missing = Some signs cannot be printed.
print-missing-hint = Our fonts do not have these letters, a question mark in a diamond takes their place: { $letters }
print-table = A table for a spreadsheet
print-table-hint = One line for each shot, with all its choices. Lengths are real times, which can be added up.
print-now = Print
print-save = { $pages ->
    [one] Save the PDF, { $pages } page
   *[other] Save the PDF, { $pages } pages
}
print-save-table = Save the table
print-stop = Stop
print-phase-drawings = Preparing the drawings…
print-phase-setting = Setting the pages…
print-phase-writing = Writing the file…
print-saved = { $pages ->
    [0] Saved: { $name }
    [one] Saved: { $name }, { $pages } page
   *[other] Saved: { $name }, { $pages } pages
}
print-opened = The PDF is open, print it from there: { $name }
print-shortened = Texts too long for a spreadsheet were cut.
key-print = Print
