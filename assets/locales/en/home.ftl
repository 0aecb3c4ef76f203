films = Films
films-count = { $count ->
    [0] none under way
    [one] { $count } under way
   *[other] { $count } under way
}
films-none = Every film is put away
films-none-hint = Let’s start another, or bring one back.
archived = Put away
archived-end = { $count ->
    [one] { $count } film, nothing is erased
   *[other] { $count } films, nothing is erased
}
demo-show = See the demo

card-new = Start a film
card-new-title = Start a film
card-make = Start the film
card-title-hint = We can change it later.
card-title-missing = A film needs a title, even for now.
card-restore = Bring back
card-restore-this = Bring back “{ $title }”
card-restored = “{ $title }” is back.
card-menu = What to do with “{ $title }”
card-no-shot = No shot yet
card-progress = { $drawn ->
    [one] { $drawn } shot drawn of { $shots }
   *[other] { $drawn } shots drawn of { $shots }
}

film-menu = Actions on the film
film-settings = Title, ink, format…
film-settings-title = The film
film-title = Title
film-ink = Ink
film-ink-more = It tints the drawings and labels of this film.
film-pattern = Pattern
film-ratio = Picture format
film-numbering = Shot numbers
film-lock = Lock the numbers
film-unlock = Unlock the numbers
film-locked = Numbers locked
film-lock-more = On the day of the shoot the numbers stay: a shot added between 12A and 12B becomes 12AA, a removed shot keeps its number, marked “omitted”.
film-unlock-more = The numbers will follow the order of the shots again. Those already on printed sheets may change.
film-said-locked = The numbers are locked.
film-said-unlocked = The numbers follow the order again.
film-duplicate = Copy the film
film-said-duplicated = Copy ready.
film-open-copy = Open the copy
film-copy-title = { $title } (copy)
film-archive = Put the film away
film-said-archived = Put away: { $title }
