# The register: who is here, sealed. It speaks to the trainers.

# The mode, at the end of the bar
mode-workshop = Workshop
mode-trainer = Trainer
mode-sealed = register sealed
mode-sealing = sealing…
mode-unlocked = register open
mode-none = no register
mode-make = Make a register
mode-unlock = Open the register
mode-seal = Seal the register
mode-now-sealed = The register is sealed.
mode-now-sealed-lost = The register is sealed. What had been refused, or not added yet, is not kept.
mode-was-sealed-lost = The register was sealed meanwhile. What was written and not kept yet is lost.

# Opening
unlock-title = Open the register
unlock-stay = Stay in the workshop
unlock-passphrase = The trainers’ passphrase
unlock = Open
unlock-busy = Opening…
unlock-or = or, if the passphrase is lost
unlock-code = Recovery code, on the printed sheet
unlock-why = After 5 tries the register waits for a minute. Nothing is erased. Without passphrase or code nobody can open it, not even us.
unlock-tries = { $left ->
    [0] no try left
    [one] { $left } try left
   *[other] { $left } tries left
}
register-waits-damaged = { $count ->
    [one] { $count } signature waits for a damaged sheet: see “damaged file” below the list of the register.
   *[other] { $count } signatures wait for a damaged sheet: see “damaged file” below the list of the register.
}
register-health-gone = { $count ->
    [one] { $count } health note was destroyed, as planned: its last day is over.
   *[other] { $count } health notes were destroyed, as planned: their last day is over.
}
register-postponed = { $count ->
    [one] { $count } signature could not be put in its place: make room on the disk, seal, then open again.
   *[other] { $count } signatures could not be put in their place: make room on the disk, seal, then open again.
}
unlock-waits = The register waits until { $until }.
unlock-waits-more = { $left } to go. Nothing is erased.
register-show = Show
code-group = Group { $at } of 6
code-missing = Some signs of the code are missing.
sealing-sealed = Under seal
sealing-families = Names, addresses, phones of families
sealing-health = Health notes
sealing-signatures = Signatures and attendance
sealing-photos = Photos of signed sheets
sealing-open = Stays open to all
sealing-faces = Chosen names and stickers
sealing-films = Drawings, films, dates of sessions
sealing-stick = A stick lost on the bus gives away no name.

# Making the register
create-title = Make the register
create-why = Choose a phrase that all trainers remember: four random words are better than one complicated word.
create = Choose this passphrase
create-busy = Preparing the register…
create-lost = If the passphrase and the recovery code are both lost, so is the register.
create-lost-more = Nobody will be able to open it, not even us. The films stay open.
passphrase-new = New passphrase
passphrase-again = The same, once more
passphrase-differs = The two are not the same.
passphrase-missing = The passphrase is missing.
passphrase-hint-empty = Four words, for instance.
passphrase-hint-short = Too short: add words.
passphrase-hint-common = Too well known: quickly guessed.
passphrase-hint-repeats = Too much repetition: change some words.
passphrase-hint-more_words = One or two more words.
passphrase-hint-good = A good passphrase.
passphrase-hint-strong = A very good passphrase.

# The recovery sheet
recovery-unproved = Recovery sheet to be checked
recovery-title = The recovery sheet
recovery-why = This code opens the register if the passphrase is lost. Print it now.
recovery-code = Recovery code
recovery-number = Sheet no. { $sheet }.
recovery-once = The code will not be shown again.
recovery-print = Print the sheet
recovery-shown = The sheet is open: print it from there.
recovery-saved = The sheet is saved. Print it, then delete the file.
recovery-discard = Printed: delete the file
recovery-discarded = The file is deleted. Only the sheet is left.
recovery-not-found = We did not find this file again: { $path }. If it was moved, delete it where it is.
recovery-file-left = The code still lies in a file of this computer. Print it, then delete the file.
recovery-where = Keep it far from this computer: in a locked drawer, at the town hall or the association. Never as a photo.
recovery-at-hand = The sheet is here
recovery-prove = To be sure that the sheet is here, copy its last group.
recovery-last = Last group on the sheet
recovery-last-wrong = That is not the last group. Read the sheet again.
recovery-look-again = See the code again
recovery-done = Finish
recovery-left-old = The new sheet was not checked: the one before stays valid.
recovery-left = The code is not shown any more. Without the sheet, make another one: “Key and papers”.

# The key of the register
register-key = Key and papers
change-title = Change the passphrase
change-by = Prove with
change-by-passphrase = The old passphrase
change-by-code = The recovery code
change-current = Old passphrase
change-sheet = The recovery sheet stays valid; if it was used, make another one: “Key and papers”. The old passphrase will open neither this file nor its automatic backups any more. A copy made by hand before still opens with it.
change-after-code = The register was opened by the recovery sheet. Now choose a passphrase that the trainers will remember.
change = Change the passphrase
change-done = The passphrase is changed.
change-done-backups = { $count ->
    [one] { $count } backup could not be rewritten: the phrase before still opens it. We try again every day.
   *[other] { $count } backups could not be rewritten: the phrase before still opens them. We try again every day.
}
renew-title = Make a new recovery sheet
renew-why = The sheet before opens nothing once the new one is checked: then destroy it.
renew-why-number = Sheet { $sheet } opens nothing once the new one is checked: then destroy it.
renew = Make the sheet

# The page
register-title = Register
register-sealed = register sealed
register-sealed-count = { $count ->
    [one] { $count } file under seal
   *[other] { $count } files under seal
}
register-sealed-since = { $count ->
    [one] { $count } file under seal since { $since }
   *[other] { $count } files under seal since { $since }
}
register-none = No register yet
register-none-more = It says who is here and whom to call. It alone is closed by a passphrase.
register-make = Make the register
register-empty = Nobody in the register
register-empty-more = Add the first person, or import a list already made in a spreadsheet.
register-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
register-minors = { $count ->
    [one] { $count } minor
   *[other] { $count } minors
}
register-list = The people
register-search = Search the register
register-search-name = A name
register-part = Whom to show
register-all = All
register-part-minors = Minors
register-part-adults = Adults
register-part-former = Former
register-part-empty = Nobody here.
register-not-found = Nobody is called “{ $name }” here.
register-col-name = Name
register-col-age = Age
register-col-role = Role
register-col-group = Group
register-col-alone = Leaves alone
register-col-present = Attendance
register-age-none = age?
register-adult = Adult
register-to-ask = To be asked
register-present = { $present } of { $expected }
register-edit-add_person = a person added
register-edit-set_person = a change in a file
register-edit-add_relative = a relative added
register-edit-set_relative = a change to a relative
register-edit-delete_relative = a relative removed
register-edit-set_health = a health note
register-edit-whose = { $what }, file of { $name }
register-edit-line = { $what } ({ $name }), sheet of { $date }
register-edit-on-sheet = { $what }, sheet of { $date }
register-edit-add_to_sheet = somebody put on a sheet
register-edit-fill_sheet = the group put on a sheet
register-edit-remove_from_sheet = somebody taken off a sheet
register-edit-mark_cell = attendance noted
register-edit-clear_signature = a signature erased
register-edit-attach_scan = a photo of a sheet
register-edit-remove_scan = a photo of a sheet taken away
register-edit-restore_scan = a photo of a sheet put back
register-edit-other = a change in the register
keys-register = Register

# One file
person-add = Add a person
person-add-act = Add
person-edit = Edit
person-choose = Choose a person: their file opens here.
person-gone = This file is no longer here.
person-given-missing = The first name is missing.
person-age = { $age ->
    [one] { $age } year old
   *[other] { $age } years old
}
person-born = { $sex ->
    [f] born { $date }
    [m] born { $date }
   *[none] born { $date }
}
person-left = no longer comes
person-guardians = Guardians
person-guardians-none = No guardian noted.
person-emergency = In an emergency
person-emergency-none = Nobody to call is noted.
person-pickup = May pick up
person-others = Others near them
person-pickup-none = Nobody is noted.
person-alone = { $sex ->
    [f] Leaves alone
   *[other] Leaves alone
}
person-presence = Attendance
person-attestation-later = The attendance certificate is made when the half-day is over.
person-presence-none = No session yet.
person-presence-label = Here { $present } times of { $expected }, excused { $excused } times, absent { $absent } times
person-excused = { $count } excused
person-absent = { $count } without news
presence-present = { $date }: here
presence-absent = { $date }: no news
presence-excused = { $date }: excused
person-contact = Contact
person-rights = Their rights
person-kept-until = Kept until { $date }.
health-one = 1 health note
health-show = Show
health-hide = Hide
health-hides = Hides by itself after 30 seconds.
health-until = Destroyed after { $date }.

# The form
form-about = Who
form-relatives = Family and people close to them
form-reach = Contact
form-health = Health
form-kept = Each field is kept as soon as it is left.
form-done = Done
form-unsaid = Not said
form-birth-wrong = This is not a date. For instance: 25/05/2011.
form-day-placeholder = dd/mm/yyyy
form-age-wrong = Write the age in figures.
form-phone-wrong = This is not a telephone number.
form-age-hint = If the date of birth is missing.
form-age-born = From the date of birth
form-face-none = The one the register gives
form-figures = Occupation and neighbourhood only serve the reports, where nobody is named.
field-of-given = First name
field-of-family = Family name
field-of-role = Role
field-of-birth = Date of birth
field-of-told_age = Age
field-of-sex = Sex
field-of-leaves_alone = Leaves alone
field-of-face = Sticker
field-of-left = No longer comes
field-of-phone = Phone
field-of-address = Address
field-of-commune = Town
field-of-insurance = Insurance
field-of-occupation = Occupation
field-of-qpv = Priority neighbourhood
field-of-qpv_code = Code of the neighbourhood
field-of-groups = Groups
role-participant = Participant
role-trainer = Trainer
role-social_worker = Social worker
role-volunteer = Volunteer
role-partner = Partner
sex-f = Female
sex-m = Male
occupation-pupil = At school
occupation-student = Student
occupation-employed = In work
occupation-job_seeker = Looking for work
occupation-retired = Retired
occupation-other = Other
relative-name = Name
relative-relation = Bond
relative-relation-such = mother, uncle, neighbour
relative-authority = Legal guardian
relative-emergency = To call in an emergency
relative-pickup = May pick up
relative-new = Name of the relative
relative-add = Add this relative
relative-remove = Remove
relative-remove-of = Remove { $name }
relative-name-missing = The name is missing.
group-new = New group
group-add = Add this group
group-name-missing = The name of the group is missing.
health-text = Health note
health-text-hint = Only what helps to welcome them well: an allergy, a treatment, what to do.
health-until-label = Destroy after
health-until-missing = The day it is destroyed is missing.
health-until-hint = The end of the camp, for instance.
health-keep = Keep
health-leave = Change nothing
health-emptied = The box is empty. “Change nothing” leaves the note as it was; “Destroy the note” removes it for ever.
health-write = Write a health note
health-change = Read and change the health note
health-destroy = Destroy the note
health-destroy-sure = Destroy for ever

# The register's papers
register-paper-making = Preparing the paper…
register-paper-saved = Saved: { $name }
register-paper-opened = Saved and opened: { $name }
register-paper-both = Saved, not sealed: { $name } and { $beside }
register-processing = Register of processing (PDF)
person-attestation = Attendance certificate
person-give = Give their data

# Erasing
person-erase = Erase
erase-title = Erase { $name }?
erase-what = What erasing means
erase-goes = What goes
erase-goes-file = Their whole file: name, family, phones, address.
erase-goes-health = Their health note.
erase-goes-face = The name “{ $name }” and its sticker, which everybody sees.
erase-goes-sheets = { $count ->
    [one] Their place and signatures on { $count } sheet not closed yet.
   *[other] Their place and signatures on { $count } sheets not closed yet.
}
erase-goes-backups = { $count ->
    [one] Their file in { $count } automatic backup.
   *[other] Their file in { $count } automatic backups.
}
erase-stays = What remains
erase-stays-sheets = { $count ->
    [one] Their name and signatures on { $count } closed sheet. It proves the session: we may be asked for it.
   *[other] Their name and signatures on { $count } closed sheets. They prove the sessions: we may be asked for them.
} { $years ->
    [one] Each sheet may be destroyed { $years } year after its session.
   *[other] Each sheet may be destroyed { $years } years after its session.
}
erase-stays-others = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
erase-beyond = What cannot be reached
erase-beyond-sheets = Their name and signatures on the attendance sheets of backups made before.
erase-beyond-photos = { $count ->
    [one] What can be read on { $count } photo or scan of an attendance sheet: it stays with the sheet.
   *[other] What can be read on { $count } photos or scans of attendance sheets: they stay with the sheets.
}
erase-beyond-elsewhere = { $count ->
    [one] { $count } backup in the folder “{ $folder }”, of a file that is not there any more. If it was this file under another name, delete that folder.
   *[other] { $count } backups in the folder “{ $folder }”, of a file that is not there any more. If it was this file under another name, delete that folder.
}
erase-beyond-damaged = { $count ->
    [one] { $count } damaged file or sheet that cannot be read: it may speak of this person. First find it in a backup, or destroy it.
   *[other] { $count } damaged files or sheets that cannot be read: they may speak of this person. First find them in a backup, or destroy them.
}
erase-beyond-papers = Papers already printed, files already given, copies made by hand or set aside.
erase-final = Erasing cannot be undone.
erase-keep = Keep the file
erase-for-good = Erase for good
erase-busy = Erasing…
erase-done = Erased
erase-done-file = The file of { $name } is no more, and its key is destroyed.
erase-done-kept = { $count ->
    [one] { $count } closed sheet keeps the name, as proof.
   *[other] { $count } closed sheets keep the name, as proof.
}
erase-done-backups = { $count ->
    [one] { $count } backup could not be rewritten and still holds the file. We try again every day.
   *[other] { $count } backups could not be rewritten and still hold the file. We try again every day.
}
erase-done-later = The last traces go when the workshop file is closed.

# What the register asks
register-tasks = To look at
register-tasks-count = To look at: { $count }
expired-line = { $count ->
    [one] { $count } file to erase
   *[other] { $count } files to erase
}
expired-title = Files to erase
expired-why = { $years ->
    [0] Their season is over: there is no reason left to keep these contacts.
    [one] Their season ended more than { $years } year ago: there is no reason left to keep these contacts.
   *[other] Their season ended more than { $years } years ago: there is no reason left to keep these contacts.
}
expired-all = All
expired-since = to be kept until { $date }
expired-stays = { $years ->
    [one] Closed sheets keep names and signatures for { $years } year: we may be asked for them. Erasing cannot be undone.
   *[other] Closed sheets keep names and signatures for { $years } years: we may be asked for them. Erasing cannot be undone.
}
expired-goes-health = { $count ->
    [one] { $count } health note goes with them.
   *[other] { $count } health notes go with them.
}
expired-goes-faces = { $count ->
    [one] { $count } name that everyone sees goes too, with its sticker.
   *[other] { $count } names that everyone sees go too, with their stickers.
}
expired-goes-sheets = { $count ->
    [one] Their places and signatures go from { $count } sheet not closed yet, too.
   *[other] Their places and signatures go from { $count } sheets not closed yet, too.
}
expired-beyond-sheets = Their names and signatures on the attendance sheets of backups made before.
expired-beyond-damaged = { $count ->
    [one] { $count } damaged file or sheet that cannot be read: it may speak of these people. First find it in a backup, or destroy it.
   *[other] { $count } damaged files or sheets that cannot be read: they may speak of these people. First find them in a backup, or destroy them.
}
expired-later = Not now
expired-erase = { $count ->
    [0] No file chosen
    [one] Erase { $count } file
   *[other] Erase { $count } files
}
expired-sure = Erase { $count } for good
expired-done = { $count ->
    [one] { $count } file is erased.
   *[other] { $count } files are erased.
}
over-line = { $count ->
    [one] { $count } old sheet to destroy
   *[other] { $count } old sheets to destroy
}
over-title = Old attendance sheets
over-why = { $years ->
    [one] They are more than { $years } year old: nobody can ask us for them as proof any more.
   *[other] They are more than { $years } years old: nobody can ask us for them as proof any more.
}
over-stays = The session stays in the list, with two numbers: how many participants came, and for how many hours. Names, signatures and photos go for good.
over-erase = { $count ->
    [0] No sheet chosen
    [one] Destroy { $count } sheet
   *[other] Destroy { $count } sheets
}
over-done = { $count ->
    [one] { $count } sheet is destroyed.
   *[other] { $count } sheets are destroyed.
}
retention-title = How long we keep it
retention-why = When that time is over, the register proposes to erase. Nothing is erased without you, except health notes, destroyed on their day.
retention-contacts = Files of people
retention-contacts-hint = After the end of their last season. The usual rule: 1 year.
retention-sheets = Attendance sheets
retention-sheets-hint = After the day of the session. The usual rule: 10 years, because the State or Europe may ask for them.
retention-years = { $years ->
    [0] no longer
    [one] { $years } year
   *[other] { $years } years
}
damaged-line = { $count ->
    [one] { $count } damaged file or sheet
   *[other] { $count } damaged files or sheets
}
damaged-title = { $count ->
    [one] A file or a sheet does not open
   *[other] { $count } files or sheets do not open
}
damaged-why = What is in it is damaged in the workspace: a person is missing from the list, an attendance sheet does not open, or a signature cannot be read. All the rest is safe.
damaged-copies = A backup made before may still have it whole. Backups made before are kept until this is settled.
damaged-destroy-why = If none has it, what does not open can be destroyed. Then only seven backups are kept again.
damaged-destroy = Destroy what does not open
damaged-destroyed = { $count ->
    [one] What did not open is destroyed.
   *[other] What did not open is destroyed, in { $count } places.
}
damaged-see = See the backups
refused-line = { $count ->
    [one] { $count } signature not taken
   *[other] { $count } signatures not taken
}
refused-title = Signatures not taken
refused-why = They came while the register was sealed, and the sheet did not take them.
refused-torn = A damaged signature: it cannot be read.
refused-forged = A signature that does not come from this computer.
refused-closed = A signature that came after its sheet was closed.
refused-gone = A signature for a session or a person that is no longer here.
refused-other = A signature the sheet cannot take.
refused-discard = Discard
refused-discard-this = Discard signature { $at }
refused-discarded = Discarded.
refused-none = There are none left.

# Two files, one person?
pairs-line = { $count ->
    [one] 2 files look alike
   *[other] { $count } possible duplicates
}
pairs-title = Is it the same person?
pairs-at = { $at } of { $count }
pairs-reason-same_name_same_birth = The same name and the same birth.
pairs-reason-same_name_birth_slip = The same name; one figure of the birth differs.
pairs-reason-same_name_birth_unknown = The same name; a date of birth is missing.
pairs-reason-typo_same_birth = The same birth, and nearly the same name.
pairs-reason-typo_birth_swapped = Nearly the same name; day and month of birth are swapped.
pairs-reason-typo_birth_unknown = Nearly the same name; a date of birth is missing.
pairs-field = In the file
pairs-differs = different
pairs-keep = Keep this file
pairs-kept = This file is kept
pairs-hint = The file that is kept keeps what it says. What it lacks comes from the other, and the attendance of both counts. Then check who is a legal guardian and who may pick up.
pairs-two = Two different people
pairs-same = It is the same person
pairs-later = Later
pairs-merged = One file: { $name }
pairs-merged-waits = One file: { $name }. Check in the file, for { $names }: legal guardian, may pick up.
pairs-kept-apart = Two people: it will not be asked again.
pairs-none = No file looks like another.
register-edit-merge_people = two files made one
register-edit-keep_apart = two files said to differ
register-edit-import_people = an imported spreadsheet

# Importing a spreadsheet
import-act = Import
import-a-list = Import a list
import-title-columns = Import: the columns
import-title-preview = Import: what will come in
import-title-done = Import: done
import-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
import-sheet = Sheet of the workbook
import-column = Column { $at }
import-col-column = In the spreadsheet
import-col-sample = For example
import-col-field = In the register
import-goes = Where “{ $column }” goes
import-never-religion = Never in the register: religion.
import-never-nationality = Never in the register: nationality, residence papers.
import-never-origin = Never in the register: origin.
import-never-social_security = Never in the register: the social security number.
import-never-opinion = Never in the register: opinions.
import-never-health = Health is not imported: it is written by hand in the file, apart.
import-never-sexual_life = Never in the register: intimate life.
import-never-offences = Never in the register: offences.
import-name-missing = First say where the name is.
import-look = See what will come in
import-reading = Reading…
import-other = Choose another file
import-back = Back to the columns
import-stop = Stop
import-people = { $count ->
    [0] Nobody in this spreadsheet
    [one] { $count } person in this spreadsheet
   *[other] { $count } people in this spreadsheet
}
import-known = { $count ->
    [one] { $count } person is already in the register: same name, and same birth where it is known.
   *[other] { $count } people are already in the register: same name, and same birth where it is known.
}
import-known-what = What to do with those already there
import-known-complete = Complete what is missing
import-known-skip = Leave them as they are
import-known-add = Add them all the same
import-stays = the file says “{ $value }” and keeps it
import-right-waits = “{ $right }”: tick it by hand, in the file
import-known-one = already there
import-left = { $count ->
    [one] { $count } had left: “Complete what is missing” brings them back.
   *[other] { $count } had left: “Complete what is missing” brings them back.
}
import-unread = The sheet { $names } could not be read: it is damaged, or too large.
import-groups = { $count ->
    [one] Also make the group { $names }: everybody reads its name, without a passphrase.
   *[other] Also make the groups { $names }: everybody reads their names, without a passphrase.
}
import-groups-many = The column of groups has too many different names: no group will be made.
import-unclear = { $count ->
    [one] { $count } person has a name that several files have: nothing is completed. Add their birth to the table.
   *[other] { $count } people have a name that several files have: nothing is completed. Add their births to the table.
}
import-col-row = Row
import-row = Row { $row }
import-range = { $from } to { $to } of { $count }
import-before = Previous
import-next = Next
import-more-rows = { $count ->
    [one] and { $count } more row
   *[other] and { $count } more rows
}
import-refused = { $count ->
    [one] { $count } row not taken
   *[other] { $count } rows not taken
}
import-refused-hint = Put the list right, then import it again: the people who are in already will be recognised.
import-refused-no_name = Neither first nor family name.
import-refused-bad_date = No such day, or not a whole one. For example: 25/05/2011.
import-refused-date_in_future = This birth is in the future.
import-refused-too_old = This birth is more than 120 years ago.
import-refused-bad_age = This is not an age.
import-refused-unknown_value = This word is not understood here.
import-refused-text_too_long = This text is too long.
import-refused-formula_error = The formula of this cell gives nothing.
import-refused-social_security_number = A social security number: the register never keeps one.
import-refused-heading = A title or a total, not a person.
import-refused-open_quote = A quotation mark opens and does not close: nobody knows where the cell ends.
import-refused-more_cells = More cells than headings: a separator stands within a cell, and the rest has slipped.
import-refused-lost_letter = A letter is lost: the file was cut or saved wrongly.
import-refused-rounded_number = The spreadsheet rounded this number: figures are missing.
import-refused-not_a_name = This is not a name: write one, empty the cell, or do not take the column.
import-refused-several_people = Several people in one cell: each needs a row.
import-refused-ditto = “Same as above” is not guessed: write the word.
import-refused-above_headings = This row is above the headings of the columns.
import-refused-other_headings = This row is under other column headings than those at the beginning: it is another list. Put it in a file of its own.
import-refused-same_row = The same as row { $value }.
import-warning-same_person = Rows { $first } and { $row }: probably the same person. If they are new, they would get two files.
import-warning-forbidden_column = “{ $column }”: this column is not read, the register does not keep this.
import-warning-mixed_dates = “{ $column }”: row { $day } has the day first, row { $month } the month. Check the dates below.
import-warning-month_first = “{ $column }”: row { $row } has the month first, so those that can be read both ways are read like that. Check them below.
import-warning-repeated_heading = “{ $column }” is a heading twice: a second list stands beside, and is not read. Put it below the first.
import-warning-swapped_dates = “{ $column }”: the spreadsheet may have exchanged day and month. Check the dates below.
import-warning-assumed_day_first = “{ $column }”: read as day, then month.
import-reading-list = Reading the list. A very long one takes a minute.
import-unread-column = “{ $column }”
import-warning-unread = Not taken from this table: { $columns }. To take them, go back to the columns.
import-warning-split_names = “{ $column }”: the given name is read as { $given }, the family name as { $family }.
import-warning-judged = Row { $row } speaks of parental authority, of a judge or of something forbidden. Nobody of it comes in as a legal guardian nor to pick up. Tick it by hand afterwards, in the file.
import-warning-no_parents = { $told }: this may be no parent, and does not come in as a guardian. If it is one, tick it by hand afterwards, in the file.
import-warning-others = { $count ->
    [one] { $count } other
   *[other] { $count } others
}
import-warning-authority = “{ $column }”: where it says anything but yes, nobody comes in as a legal guardian. Tick it by hand afterwards, in the file.
import-warnings-more = { $count ->
    [one] and { $count } more remark
   *[other] and { $count } more remarks
}
import-take = { $count ->
    [0] Nothing to import
    [one] Import { $count } person
   *[other] Import { $count } people
}
import-busy = Importing…
import-added = { $count ->
    [0] Nobody was added.
    [one] { $count } person was added to the register.
   *[other] { $count } people were added to the register.
}
import-skipped = { $count ->
    [one] { $count } was there already: the file did not change.
   *[other] { $count } were there already: their files did not change.
}
import-completed = { $count ->
    [one] { $count } file is completed.
   *[other] { $count } files are completed.
}
import-file-stays = The spreadsheet stayed where it was, readable by all: delete it if it is no longer needed.
import-undo = “Undo”, at the top of the register, puts everything back as it was before this list.
import-field-none = Do not take
import-field-given = First name
import-field-family = Family name
import-field-full_name = First and family name together
import-field-birth = Date of birth
import-field-told_age = Age
import-field-role = Role
import-field-group = Group
import-field-phone = Phone
import-field-address = Address
import-field-commune = Town
import-field-insurance = Insurance
import-field-sex = Sex
import-field-occupation = Occupation
import-field-qpv = Priority neighbourhood
import-field-qpv_code = Code of the neighbourhood
import-field-leaves_alone = Leaves alone
import-field-guardian1_name = Guardian 1: name
import-field-guardian1_relation = Guardian 1: relation
import-field-guardian1_phone = Guardian 1: phone
import-field-guardian2_name = Guardian 2: name
import-field-guardian2_relation = Guardian 2: relation
import-field-guardian2_phone = Guardian 2: phone
import-field-emergency_name = Emergency: name
import-field-emergency_phone = Emergency: phone
import-field-pickup_name = May pick up: name
import-field-pickup_phone = May pick up: phone
