# Sessions, the attendance sheet, the frame where one signs. The sheet speaks to trainers, the frame to one person, the home page
# to the group.

rail-season = Season
rail-home = Home
rail-sheets = Attendance
rail-register = Register

hour-plain = { $hours }:00
hour-minutes = { $hours }:{ $minutes }
hour-span = { $start } to { $end }
hour-outside-late = From { $start }, before { $end }.
hour-outside-left = After { $start }, { $end } at the latest.
hour-wrong = Write a time like 17:30.
half-morning = Morning
half-afternoon = Afternoon
half-evening = Evening
half-in-morning = in the morning
half-in-afternoon = in the afternoon
half-in-evening = in the evening

# The home page
home-no-session = No session today.
home-next = Next: { $title }, { $day }, { $hour }
home-keep-register = Keep an attendance register
home-no-film = No film yet
home-no-film-hint = We start one whenever we like.

# Sessions
sheets-count = { $count ->
    [0] no session
    [one] { $count } session
   *[other] { $count } sessions
}
sheets-all = All sessions
session-closed = Sheet closed
sheets-deleted = { $count ->
    [one] { $count } deleted session
   *[other] { $count } deleted sessions
}
sheets-part = Which sessions
sheets-part-coming = Coming
sheets-part-past = Past
sheets-today = Today
sheets-none = No session yet
sheets-none-hint = Prepare the first one: a day and its hours. Its attendance sheet makes itself.
sheets-no-register = No register yet
sheets-no-register-hint = To know who is here and to prove it takes a register. A passphrase keeps it closed.
session-kind-workshop = Workshop
session-kind-shooting = Shoot
session-kind-intensive = Camp
session-kind-training = Training
session-kind-screening = Screening
session-kind-forum = Forum
session-kind-meeting = Meeting
session-menu = What to do with “{ $title }”
session-sign = Have it signed
session-sign-arrival = Sign people in
session-see-sheet = See the sheet
session-prepare = Prepare a session
session-make = Prepare the session
session-change = Change the session
session-change-title = The session
session-keep = Keep
session-kept = The session is changed.
session-delete = Delete the session
session-deleted = Deleted: { $title }
session-missing = This session is no longer here
session-missing-hint = It may have been deleted. The others are in the list.
session-title = Title
session-title-hint = A name or a number, if you like.
session-date = Day
session-date-wrong = It takes a day that exists.
session-kind = What we do there
session-halves = When
session-hours-noted = { $count ->
    [one] { $count } presence is noted already ({ $half }): it will stand for the new hours. Tell whoever has signed.
   *[other] { $count } presences are noted already ({ $half }): they will stand for the new hours. Tell those who have signed.
}
session-halves-none = It takes at least one part of the day.
session-halves-overlap = A half-day begins before the one before it ends.
session-halves-wrong = Each part begins before it ends. One that goes past midnight ends at 23:59.
session-from = { $half }, from
session-to = { $half }, until
session-to-short = to
session-place = Place
session-place-none = No place
session-place-new = A new place…
session-place-name = Name of the place
session-place-address = Address
session-place-capacity = Seats
session-place-missing = A place needs a name.
session-capacity-wrong = A whole number, for example 25.
session-place-change = Change this place
session-group = Group
session-group-none = Everybody
session-group-new = A new group…
session-group-name = Name of the group
group-delete = Delete this group
group-delete-why = The group goes from every file, and its sessions become for everyone. People and sheets stay. This cannot be undone.
group-delete-sure = Delete for good
group-delete-keep = Keep the group
session-group-change = Rename this group
session-group-missing = A group needs a name.
session-group-hint = Its people are on the sheet from the start. Others can be added.
session-films = Films worked on

# The sheet
sheet-half = Part of the day
sheet-hand-over = Hand the laptop round
sheet-names = Name
sheet-trainers = Trainers
sheet-no-trainer = No trainer on the sheet.
sheet-nobody = Nobody yet.
sheet-gone = erased from the register
sheet-empty = The sheet is empty
sheet-empty-hint = Add the people you expect, and at least one trainer.
sheet-half-done = Nobody left to sign
sheet-half-done-hint = A box can still be changed by its menu. When all is right, the sheet is closed.
sheet-half-done-next = A box can still be changed by its menu. The sheet is closed at the end, when all is signed.
sheet-half-due =
    It is { $time }: that is { $half ->
        [afternoon] the afternoon
        [evening] the evening
       *[other] the morning
    }.
sheet-half-go =
    { $half ->
        [afternoon] Go to the afternoon
        [evening] Go to the evening
       *[other] Go to the morning
    }
sheet-half-next =
    { $half ->
        [afternoon] Sign the afternoon
        [evening] Sign the evening
       *[other] Sign the morning
    }
sheet-close-before-end = The session ends at { $time }. Once the sheet is closed, nobody can sign any more.
sheet-signature-of = Signature of { $name }
sheet-count = { $present } of { $expected }
sheet-films = Films: { $films }
sheet-add = Add a person
sheet-add-short = Add
sheet-add-this = Add { $name }
sheet-on-it = On the sheet
sheet-find = Look for a name
sheet-find-hint = Accents do not matter.
sheet-find-none = No name is like this.
sheet-find-empty = Nobody is in the register yet.
sheet-new-person = Someone new
sheet-new-group = Also comes to the sessions of the group “{ $group }”
sheet-new-added = { $name } is in the register and on the sheet.
sheet-person-menu = What to do about { $name }
sheet-open-person = See their page
sheet-take-off = Take off the sheet
sheet-taken-off = { $name } is no longer on the sheet.
sheet-open-register = Open the register
sheet-sealed = register sealed
sheet-sealed-hint = Names and signatures are sealed. The trainers’ passphrase shows them.
sheet-close = Close the sheet
sheet-close-hint = Once closed, the sheet does not change any more. A box can only be corrected, with the reason, and both stay written.
sheet-close-by = Who closes it
sheet-close-leave = Not yet
sheet-close-unsigned = { $count ->
    [one] { $count } box is still empty. It will stay so.
   *[other] { $count } boxes are still empty. They will stay so.
}
sheet-close-noted = { $count ->
    [one] { $count } arrival or departure that was noted is not signed.
   *[other] { $count } arrivals or departures that were noted are not signed.
}
sheet-close-no-trainer = It takes a trainer on the sheet to close it.
sheet-close-not-signed = A trainer signs first, at least once.
sheet-close-unled = No trainer has signed: { $halves }. Whoever is in charge signs each half-day.
sheet-over = Sheet destroyed
sheet-over-why = The time it served as proof is over. Names, signatures and photos are gone.
sheet-over-people = { $count ->
    [0] No participant came.
    [one] { $count } participant came.
   *[other] { $count } participants came.
}
sheet-over-hours = { $time } of presence in all.
sheet-closed-said = The sheet is closed.
sheet-closed = Sheet closed
sheet-closed-by = { $when }, by { $name }.
sheet-closed-number = Fingerprint
sheet-closed-hint = These signs come from the sheet as it was closed: if anything in it changed, they would change too. Later corrections and photos stand beside.
sheet-corrections = Corrections
sheet-corrections-count = { $count ->
    [0] none
    [one] { $count } correction
   *[other] { $count } corrections
}
sheet-corrections-none = Nothing was corrected.
sheet-correction = { $half }: { $was } → { $state }
sheet-correction-by = { $when }, { $name }

# One box
cell-expected = To be signed
cell-present = Here, not signed
cell-there = Here
cell-absent = Absent
cell-excused = Absent, excused
cell-not_expected = Not expected
cell-unsigned = Nothing noted
cell-lost = Damaged signature
cell-signing = Signing now
cell-sign = Sign
cell-sign-for = Sign: { $name }, { $half }
cell-menu = Change: { $name }, { $half }
cell-reopen = To be signed again
cell-late = came at { $time }
cell-left = left at { $time }
cell-corrected = first: { $was }
cell-was-nothing = nothing noted
cell-was-forgotten = not on the closed sheet
cell-late-ask = Late…
cell-late-title = Late
cell-late-label = When { $name } came, { $half }
cell-left-ask = Left early…
cell-left-title = Left early
cell-left-label = When { $name } left, { $half }
cell-time-keep = Keep the time
cell-time-none = Take the time away
cell-erase = Erase the signature
cell-erase-hint = { $name }, { $half }: “Undo” brings the signature back as long as the register is open. After that they will have to sign again.
cell-keep-signature = Keep it
cell-correct = Correct…
cell-correct-title = Correct the sheet
cell-correct-hint = { $name }, { $half }. What was written stays, the correction is added.
cell-correct-state = What is true
cell-correct-same = The box says so already: choose what is true, or change an hour.
cell-correct-reason = Reason
cell-correct-reason-hint = For example: signed in the wrong place.
cell-correct-missing = A correction needs a reason.
cell-correct-by = Who corrects it
sheet-forgotten = Someone was forgotten
sheet-forgotten-hint = The closed sheet does not change: the person is added by a correction, with the reason.
sheet-forgotten-who = Who was there too
sheet-forgotten-choose = Choose in the register
cell-correct-late = Came later, at
cell-correct-left = Left earlier, at
cell-correct-hours-hint = Empty: from beginning to end.
cell-correct-nobody = A trainer must be in the register to correct a sheet.
cell-correct-keep = Add the correction

# Worth a look before closing
warning-others = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
warning-all = All names
warning-fewer = Fewer names
warning-chain_signing = { $names }: signatures given within a few seconds of each other.
warning-one_go = { $names }: several half-days signed in one go.
warning-same_drawing = { $names }: the same signature, line for line.
warning-signed_early = { $names }: signed well before it began, { $when }.
warning-signed_late = { $names }: signed well after it ended, { $when }.
warning-trainer_twice = { $names }: also on the sheet of “{ $other }”, { $when }.
warning-public_holiday = This is a public holiday: { $other }.
warning-over_capacity = { $names } people for { $other } seats, { $when }.
warning-no_trainer = No trainer is on the sheet.
warning-other_hours = { $names }: signed for { $other }, { $when }. The hours were changed since.
warning-changed = Something changed after the closing: the fingerprint does not fit any more.
holiday-new_year = New Year’s Day
holiday-easter_monday = Easter Monday
holiday-labour = Labour Day
holiday-victory = Victory Day
holiday-ascension = Ascension Day
holiday-whit_monday = Whit Monday
holiday-bastille = Bastille Day
holiday-assumption = Assumption Day
holiday-all_saints = All Saints’ Day
holiday-armistice = Armistice Day
holiday-christmas = Christmas Day

# The frame where one signs
pad-title = Your turn to sign
pad-empty = Frame for the signature of { $name }, empty
pad-drawn = Frame with the signature of { $name }
pad-sign-here = { $name }, sign here
pad-sign-here-trainer = { $name }, sign here
pad-half = { $day } { $half }, { $hours }
pad-when = { $day }, { $half }, { $hours }
pad-sign = Sign here, with a finger or the mouse.
pad-sign-trainer = Sign here, with a finger or the mouse.
pad-clear = Erase
pad-sign-now = I sign
pad-private = You sign for yourself. Nobody sees the other names, and your signature does not leave the register.
pad-private-trainer = You sign for yourself. Nobody sees the other names, and your signature does not leave the register.
pad-sealed = Your signature goes into the sealed register. It is not shown on phones and nobody can copy it.
pad-sealed-trainer = Your signature goes into the sealed register. It is not shown on phones and nobody can copy it.
pad-pass = Pass the laptop to { $name }
pad-thanks = Signed, thank you { $name }!
pad-not-listed = Your name never comes up? Give the laptop back: a trainer adds you.
pad-am = I am { $name }
pad-not-here = Not here
pad-all-signed = Everybody has signed
pad-left = { $count ->
    [one] { $count } name is left
   *[other] { $count } names are left
}
pad-bring-back = We give the laptop back to the trainers.
pad-ask-again = Show who is left
pad-give-back = Give the laptop back
pad-go-on = Go on signing
pad-to-sheet = Open the register
pad-to-sheet-hint = With the passphrase you come back to the sheet.
pad-to-workshop = Stay in the workshop
pad-to-workshop-hint = The register stays sealed. The signatures are kept.
pad-key-undo = Take back the last stroke

# The sheet on paper
sheet-paper = Attendance sheet
sheet-paper-signed = The sheet as it stands (PDF)
sheet-paper-blank = A sheet to sign with a pen (PDF)
sheet-scan-add = Add a photo or a scan of the sheet
sheet-scan-more = Add a photo or a scan
sheet-scan-added =
    { $pages ->
        [one] The photo is kept with the sheet.
       *[other] { $pages } pages are kept with the sheet.
    }
sheet-scan-known = This photo is with the sheet already.
sheet-scan-remove = Remove this photo
sheet-scan-removed = The photo is removed.
sheet-scan-frozen = Kept with the closed sheet
sheet-scans = Photos of the sheet
sheet-scan-of = Photo added: { $when }
sheet-scan-lost = The photo did not come.
sheet-scan-zoom = Enlarge
sheet-scan-whole = See the whole photo
sheet-scan-before = Before
sheet-scan-after = After
sheet-scan-at = { $at } of { $count }
sheet-fill = Add the group
sheet-group-missing = { $count ->
    [one] { $count } person of the group is not on the sheet.
   *[other] { $count } people of the group are not on the sheet.
}
sheet-filled = { $count ->
    [0] The whole group is already on the sheet.
    [one] { $count } person of the group was added.
   *[other] { $count } people of the group were added.
}
sheets-month = The month as PDF
sheets-month-of = The month as PDF: { $month }
session-group-changed = The people of this group will be added to the sheet. Those of the group before leave it, if nothing is noted of them.
session-trainers-none = Nobody has the role “Trainer” in the register.
session-trainer-new = Add a trainer
