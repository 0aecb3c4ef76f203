duration-seconds = { $seconds } s
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes }
bytes-kilo = { $size } kB
bytes-mega = { $size } MB
bytes-giga = { $size } GB
bytes-tera = { $size } TB
moment = { $day }, { $hours }:{ $minutes }

app-name = Quartier Libre
logo-home = Quartier Libre, all films
where-am-i = Where we are
jump-to-content = Go to the work
close = Close
choose = Choose…
yes = Yes
no = No
again = Try again
understood = All right
put-back = Put back
go-home = See the films
quoted = “{ $text }”
stepper-less = { $label }: less
stepper-more = { $label }: more
coming = Opening…
thumb-failed = Not loaded

# The bar and the rail
rail = Film
section-storyboard = Storyboard
section-shots = Shot list
section-trash = Trash
section-lost = Found again
section-kept = { $count ->
    [one] { $count } thing to look at
   *[other] { $count } things to look at
}
section-films = Films
saved = Saved
saving = Saving…
not-saved = Not saved
not-saved-title = The last change was not kept
not-saved-held-title = All of it is on the screen, not in the file yet
not-saved-elsewhere = What was waiting is kept: it will go into “{ $name }” when we open it here again.
not-saved-held = Strokes and words stay on the screen and will be sent again by themselves. Let’s not close the window before that.
connection-lost = Connection lost
read-only = Read-only.
read-only-short = Read-only
read-only-hint = We can look at everything, change nothing.
read-only-reopen = Open to change

# Files
file-open = Open a file
file-new = Start a new file
file-recent = Reopen { $name }
path-label = Path on this computer
path-hint = The whole path, with the file’s name.
path-open_workspace = Open a file
path-open_workspace-act = Open
path-new_workspace = Start a new file
path-new_workspace-act = Start
path-save_backup = Copy the backup elsewhere
path-save_backup-act = Copy
path-save_export = Save the paper
path-save_export-table = Save the table
path-save_export-act = Save
path-save_export-hint = A file of the same name is replaced.
path-completed = The path is completed: read it again, then confirm.
path-open_backup = Choose a backup
path-open_backup-act = Choose
path-open_table = Choose a spreadsheet
path-open_table-act = Read
path-open_picture = Choose a photo
path-open_picture-act = Add
backup-restored = The backup is open. The old file stayed beside it.
