# The register's papers: the copy of a person's data, the attestation, the register of processing, names of files.
paper-date = { $day } { $month } { $year }
paper-first-day = 1
paper-weekday-1 = Monday
paper-weekday-2 = Tuesday
paper-weekday-3 = Wednesday
paper-weekday-4 = Thursday
paper-weekday-5 = Friday
paper-weekday-6 = Saturday
paper-weekday-7 = Sunday
paper-weekday-date = { $weekday } { $day } { $month }
paper-yes = Yes
paper-no = No
paper-attendance-sessions = Sessions
paper-attendance-open = Not closed yet
paper-attendance-count = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
paper-state-expected = nothing noted
paper-state-present = present
paper-state-absent = absent
paper-state-excused = excused
paper-state-not_expected = not expected
paper-data-title = Your data
paper-data-intro = This is everything that the register “{ $owner }” keeps about you. You can have it put right, or ask for it to be erased.
paper-data-kept = Your contact details are kept until { $date }.
paper-data-sheets-kept = { $count ->
    [one] Closed attendance sheets are kept for { $count } year, as proof.
   *[other] Closed attendance sheets are kept for { $count } years, as proof.
}
paper-data-merged = A file made one with yours
paper-data-signed = signed on { $when }
paper-data-deleted = session deleted since
paper-data-signatures = The drawing of your signatures is in the JSON file beside this paper.
paper-data-pictures = Paper sheets were photographed: other people are on them too. Ask to see your line.
paper-data-damaged = { $count ->
    [one] { $count } file or sheet is damaged and does not open: it may speak of you.
   *[other] { $count } files or sheets are damaged and do not open: they may speak of you.
}
paper-data-nothing = nothing
paper-data-part = May
paper-data-day = Day
paper-data-session = Session
paper-data-half = Half-day
paper-data-state = Noted
paper-attestation-title = Attestation of presence
paper-attestation-intro-one = The team of “{ $owner }” certifies that { $name } took part in one half-day, that is { $time }, on the date below.
paper-attestation-intro = The team of “{ $owner }” attests that { $name } took part in { $count } half-days, { $time } in all, on the dates below.
paper-processing-title = Register of processing
paper-processing-intro = What the association keeps about people, why, and for how long (GDPR, article 30). Empty lines are filled in by hand.
paper-processing-controller = Controller
paper-processing-controller-name = Association
paper-processing-controller-address = Address
paper-processing-controller-contact = Contact to exercise one’s rights
paper-processing-people = Files of people
paper-processing-attendance = Attendance sheets
paper-processing-health = Health notes
paper-processing-faces = Chosen names and stickers
paper-processing-purpose = Purpose
paper-processing-basis = Legal basis
paper-processing-whom = Persons concerned
paper-processing-data = Data
paper-processing-recipients = Recipients
paper-processing-transfers = Outside the European Union
paper-processing-kept = Retention
paper-processing-security = Security
paper-processing-people-purpose = Enrol, reach the family, know with whom a minor leaves, count audiences for funders.
paper-processing-people-basis = Legitimate interest of the association; contract of enrolment.
paper-processing-people-whom = Participants, their guardians and relatives, trainers, social workers, volunteers, partners.
paper-processing-people-data = Name, given name, date of birth or age, telephone, address, commune, insurance, sex, priority neighbourhood, occupation, groups, whether a minor leaves alone; guardians and relatives: name, relation, telephone, who has parental authority, whom to call in an emergency, who picks up. Never religion, origin, nationality or social-security number.
paper-processing-people-kept = { $count ->
    [0] End of the season; then the register proposes to erase it.
    [one] End of the season plus { $count } year; then the register proposes to erase it.
   *[other] End of the season plus { $count } years; then the register proposes to erase it.
}
paper-processing-attendance-purpose = Prove who was there, to funders and to courts.
paper-processing-attendance-basis = Legal obligation and funding agreements.
paper-processing-attendance-whom = Everyone on a sheet: participants, trainers, social workers, volunteers.
paper-processing-attendance-data = Name, presence by half-day, time, signature, photo of the sheet.
paper-processing-attendance-recipients = Funders and courts, if they ask.
paper-processing-attendance-kept = { $count ->
    [one] { $count } year after the session; then the register proposes to destroy the sheet, and only how many came, and their hours in all, are kept.
   *[other] { $count } years after the session; then the register proposes to destroy the sheet, and only how many came, and their hours in all, are kept.
}
paper-processing-health-purpose = Look after someone safely during a camp.
paper-processing-health-basis = Consent of the person or of their guardians.
paper-processing-health-whom = Participants of a camp.
paper-processing-health-data = Allergy, treatment, what to do.
paper-processing-health-kept = Destroyed at the end of the camp.
paper-processing-faces-purpose = Say who drew.
paper-processing-faces-basis = Legitimate interest of the association.
paper-processing-faces-whom = Those who draw.
paper-processing-faces-data = The given name or nickname a person chose, a shape, a colour.
paper-processing-faces-recipients = Everyone in the workshop.
paper-processing-faces-kept = As long as the film is kept; erased with the file.
paper-processing-faces-security = Seen by all in the workshop: they are only names that people chose.
paper-processing-any-recipients = The association’s trainers.
paper-processing-any-transfers = None.
paper-processing-any-security = Encrypted in a file on the association’s computer; opened by a passphrase; each file has a key of its own, destroyed when it is erased.
file-attendance = Attendance { $of }
file-attendance-blank = Sheet to sign { $of }
file-person = Data of { $of }
file-attestation = Attestation of { $of }
file-processing = Register of processing{ $of }
file-recovery = Recovery code{ $of }
