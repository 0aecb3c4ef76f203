search = Chercher
search-label = Chercher dans les films
search-placeholder = Un mot, un lieu, une réplique
search-hint = On cherche dans les actions, les dialogues, les notes, les lieux et les titres, même sans les accents.
search-scope = Chercher dans
search-all = Tout
search-shots = Plans
search-texts = Textes
search-film-count = { $shots ->
    [0] { "" }
    [one] { $shots } plan
   *[other] { $shots } plans
}{ $shots ->
    [0] { "" }
   *[other] { $texts ->
        [0] { "" }
       *[other] ,{ " " }
    }
}{ $texts ->
    [0] { "" }
    [one] { $texts } texte
   *[other] { $texts } textes
}
search-found = { $count ->
    [0] Aucun résultat
    [one] { $count } résultat
   *[other] { $count } résultats
}
search-people = { $count ->
    [one] Au registre : { $count } personne
   *[other] Au registre : { $count } personnes
}
search-nothing = Rien trouvé
search-nothing-hint = Essayons un mot plus court, ou un autre.
search-kind-film = Titre du film
search-kind-scene = Scène { $label }
search-key-choose = choisir
search-key-open = ouvrir
search-key-open-label = ouvrir { $label }
search-key-close = fermer
