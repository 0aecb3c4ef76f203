settings = Settings
settings-here = For this computer.
settings-safety = What keeps the work safe
language = Language
language-fr = Français
language-en = English
theme = Light
theme-light = Day
theme-dark = Night
theme-system = Like the computer
text-size = Text size
text-size-sample = A
text-size-normal = Normal
text-size-large = Large
text-size-larger = Larger
text-size-huge = Huge
letters = Letters
letters-sample = aàgilI1
letters-atkinson = Atkinson
letters-wide = Wide
letters-spaced = Spaced
less-motion = Less motion
less-motion-hint = nothing slides, nothing draws itself

own-words = Our words
own-words-hint = Every school has its words. The one we write here replaces the usual word everywhere in Quartier Libre.
own-words-family = What is named
own-words-for = Our word for “{ $word }”
own-words-same = This is also the word for “{ $word }”.
own-words-back = Go back to the usual word
own-words-back-of = Go back to the usual word: { $word }

preview = Preview
preview-end = as it will look
preview-heading = Hall, building C
preview-label = 2A
preview-alt = A woman with her bags before a lift that is out of order
preview-action = The lift is out of order. Auntie Fatou waits with her bags.
preview-dialogue = It will be tomorrow, children.
preview-draw = Draw

backups = Backups
backups-end = one a day, seven kept
backups-week = { $count ->
    [0] No backup in the last seven days
    [one] { $count } backup in the last seven days
   *[other] { $count } backups in the last seven days
}
backup-day-full = { $day }: a verified backup
backup-day-empty = { $day }: no backup
today-short = today
backups-hint = We can go back to every full brick. An empty day is a day without work.
backups-none = The first backup is made today, by itself.
backups-return = Go back in time
backups-copy = Copy the backup elsewhere
backup-made = { $name } has been copied and verified ({ $size }).
backup-good = Verified
backup-bad = Unreadable
restore = Go back here
restore-this = Go back here: { $when }
restore-other = Choose another backup
restore-safe = Nothing is overwritten: today’s file stays beside it, under another name.

file = File
check = Check the file
check-busy = Reading everything…
check-sealed = The register is sealed: its files and sheets were not read. Open it, then check again.
check-good = Everything is there and can be read.
check-problems = { $count ->
    [one] { $count } thing does not fit.
   *[other] { $count } things do not fit.
}
check-problems-hint = What people made is kept apart: everything can be computed again.
check-damaged-hint = The file itself is damaged. A backup can take its place: “Go back in time”, a little further up.
check-rebuild = Compute again

room = Room on this computer
room-free = { $size } free
room-file = Films { $size }
room-backups = Backups { $size }
room-rest = free
room-stays = Everything stays on this computer.
version = Quartier Libre { $version }
