search = Search
search-label = Search in the films
search-placeholder = A word, a place, a line
search-hint = We search in actions, dialogue, notes, places and titles, with or without accents.
search-scope = Search in
search-all = All
search-shots = Shots
search-texts = Texts
search-film-count = { $shots ->
    [0] { "" }
    [one] { $shots } shot
   *[other] { $shots } shots
}{ $shots ->
    [0] { "" }
   *[other] { $texts ->
        [0] { "" }
       *[other] ,{ " " }
    }
}{ $texts ->
    [0] { "" }
    [one] { $texts } text
   *[other] { $texts } texts
}
search-found = { $count ->
    [0] No result
    [one] { $count } result
   *[other] { $count } results
}
search-people = { $count ->
    [one] In the register: { $count } person
   *[other] In the register: { $count } people
}
search-nothing = Nothing found
search-nothing-hint = Let’s try a shorter word, or another one.
search-kind-film = Film title
search-kind-scene = Scene { $label }
search-key-choose = choose
search-key-open = open
search-key-open-label = open { $label }
search-key-close = close
