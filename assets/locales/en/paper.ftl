# Papers: what is printed, and tables for a spreadsheet.
paper-storyboard = Storyboard
paper-shot-list = Shot list
paper-untitled = Untitled film
paper-no-heading = Set to be named
paper-subset = { $set } ({ $subset })
paper-int-ext-INT = INT.
paper-int-ext-EXT = EXT.
paper-int-ext-INT_EXT = INT./EXT.
paper-page = Page
paper-of = of
paper-notes = Notes
paper-to-draw = To draw
paper-omitted = Shot omitted, number kept.
paper-omitted-scene = Scene omitted, number kept.
paper-of-panel = { $panel }: { $words }
paper-more = more in the shot list
paper-more-table = continued in the table
paper-continued = continued
paper-nothing-yet = No shot here yet. The first is added in the storyboard.
paper-drawn-by = Drawn by
paper-foot = Drawn by { $names }
paper-light = Light: { $light }
paper-alt = { $name }. { $state }.
paper-alt-action = { $name }. { $action } { $state }.
paper-scenes = { $count ->
    [one] { $count } scene
   *[other] { $count } scenes
}
paper-shots = { $count ->
    [one] { $count } shot
   *[other] { $count } shots
}
paper-decimal = .
paper-seconds = { $seconds } s
paper-minutes = { $minutes } min
paper-minutes-seconds = { $minutes } min { $seconds }
paper-hours = { $hours } h { $minutes }
paper-moment = { $day } { $month } { $year }, { $hours }:{ $minutes }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

paper-col-label = No.
paper-col-drawing = Drawing
paper-col-size = Size
paper-col-angle = Angle
paper-col-movement = Movement
paper-col-support = Support
paper-col-sound = Sound
paper-col-words = Action and dialogue
paper-col-characters = On screen
paper-col-duration = Length
paper-col-good = Good
paper-legend-solid = drawing inked
paper-legend-outline = in pencil or to draw
paper-legend-tick = tick when a take is kept

table-scene = Scene
table-heading = Set
table-int-ext = Int./Ext.
table-time = Time of day
table-shot = Shot
table-drawing = Drawing
table-size = Size
table-type = Type
table-angle = Angle
table-side = Side
table-movement = Movement
table-support = Support
table-lens = Lens
table-light = Light
table-sound = Sound
table-characters = Characters
table-action = Action
table-dialogue = Dialogue
table-notes = Notes
table-duration = Length (min:s)
table-setup = Shooting (h:min)
table-panels = Panels
table-status = Status

export-name-storyboard = { $title }, storyboard
export-name-shot-list = { $title }, shot list

# The attendance sheet
paper-lasting = { $hours } h { $minutes }
paper-lasting-hours = { $hours } h
paper-attendance = Attendance sheet
paper-attendance-action = Activity
paper-attendance-kind = Kind
paper-attendance-place = Place
paper-attendance-dates = Dates
paper-attendance-lasting = { $dates }, { $time } in all
paper-attendance-group = Group
paper-attendance-films = Films
paper-attendance-nothing = nothing noted
paper-attendance-lost = signed { $time }, signature damaged
paper-attendance-put-right = corrected: { $state }
paper-attendance-hours = Hours
paper-attendance-name = Name
paper-attendance-trainers = Trainers
paper-attendance-each = Each signs every half-day they led, on every page.
paper-attendance-present = present
paper-attendance-absent = absent
paper-attendance-excused = absent, excused
paper-attendance-unexpected = not expected
paper-attendance-ticked = “present”: noted without a signature
paper-attendance-corrected = corrected, see at the end
paper-attendance-law = { $count ->
    [one] People sign at each half-day, never before nor afterwards. This sheet is kept for { $count } year.
   *[other] People sign at each half-day, never before nor afterwards. This sheet is kept for { $count } years.
}
paper-attendance-late = came { $time }
paper-attendance-left = left { $time }
paper-attendance-state = State
paper-attendance-hours-changed = Hours changed
paper-attestation-signed-for = { $there } (signed for { $hours })
paper-attendance-noted = { $label }: { $said }
paper-attendance-signed-for = { $half }, signed for { $hours }: { $names }
paper-attendance-list = Sessions
paper-attendance-one-closed = Sheet closed on { $when } by { $by }, hash { $hash }
paper-attendance-one-over = { $date } · { $title }. Sheet destroyed, its time is over. Participants: { $people }, { $time } in all.
paper-attendance-one-open = Sheet not closed yet.
paper-attendance-scan = Paper sheet, picture { $number } of { $of }, attached { $added }
paper-attendance-scan-later = Paper sheet, picture { $number } of { $of }, attached { $added }, after the closing: the fingerprint says nothing of it
paper-attendance-scan-lost = Paper sheet attached, picture { $number } of { $of }: it does not open
paper-attendance-corrections = Corrections
paper-attendance-forgotten = not on the closed sheet
paper-attendance-correction = { $name }, { $half }: { $was } → { $state }. { $reason } ({ $when }, { $by })
paper-attendance-closed = Sheet closed
paper-attendance-by = By
paper-attendance-hash = Fingerprint
paper-attendance-hash-changed = Beware: something on this sheet changed after it was closed, and the fingerprint does not match any more.
paper-attendance-hash-why = These signs come from the sheet as it was closed: if anything on it changed, they would change as well. Later corrections and photos stand beside.
paper-signature-of = Signature of

# The recovery sheet
paper-recovery = Recovery code
paper-recovery-made = Made on { $date }
paper-recovery-sheet = Sheet { $sheet } · replaces earlier sheets
paper-recovery-first = Sheet { $sheet }
paper-recovery-opens = This sheet opens the team’s register. Keep it in a locked drawer.
paper-recovery-group = Group
paper-recovery-signs = Twenty-four signs. Never O nor I: what is round is always a zero, a bar is always a 1. Capitals and small letters are the same.
paper-recovery-file = Opens the register of the file
paper-recovery-when = When you need it
paper-recovery-step-1 = The computer is lost, stolen or broken, or nobody knows the passphrase any more.
paper-recovery-step-2 = Open Quartier Libre, on another computer if you must, with this file or one of its backups. Without the file this sheet opens nothing.
paper-recovery-step-3 = Choose “Open the register”.
paper-recovery-step-4 = Under “Recovery code”, type the six groups.
paper-recovery-step-5 = Choose a new phrase, make a new sheet and print it. Destroy this one.
paper-recovery-who = Who keeps it
paper-recovery-name = Name
paper-recovery-drawer = Where the drawer is
paper-recovery-checked = Checked on
paper-recovery-never = Take no photo of it, send it to nobody.
paper-recovery-never-more = Photos soon end up in a cloud. Two sheets in two drawers are better than one. Nobody can make this code again for you, not even us.

# A record: copy of a person’s data, register of processing, attestation
paper-record-place = Done at
paper-record-date = On
paper-record-signature = Signature
