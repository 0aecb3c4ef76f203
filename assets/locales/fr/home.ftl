films = Films
films-count = { $count ->
    [0] aucun en cours
    [one] { $count } en cours
   *[other] { $count } en cours
}
films-none = Tous les films sont rangés
films-none-hint = On en commence un autre, ou on en remet un.
archived = Rangés
archived-end = { $count ->
    [one] { $count } film, rien n’est effacé
   *[other] { $count } films, rien n’est effacé
}
demo-show = Voir la démo

card-new = Commencer un film
card-new-title = Commencer un film
card-make = Commencer le film
card-title-hint = On pourra en changer.
card-title-missing = Un film a besoin d’un titre, même provisoire.
card-restore = Remettre
card-restore-this = Remettre « { $title } »
card-restored = « { $title } » est de retour.
card-menu = Que faire de « { $title } »
card-no-shot = Pas encore de plan
card-progress = { $drawn ->
    [one] { $drawn } plan dessiné sur { $shots }
   *[other] { $drawn } plans dessinés sur { $shots }
}

film-menu = Actions sur le film
film-settings = Titre, encre, format…
film-settings-title = Le film
film-title = Titre
film-ink = Encre
film-ink-more = Elle teinte les dessins et les étiquettes de ce film.
film-pattern = Trame
film-ratio = Format de l’image
film-numbering = Numéros des plans
film-lock = Figer les numéros
film-unlock = Libérer les numéros
film-locked = Numéros figés
film-lock-more = Le jour du tournage, les numéros ne bougent plus : un plan ajouté entre 12A et 12B devient 12AA, un plan retiré garde son numéro, marqué « omis ».
film-unlock-more = Les numéros suivront de nouveau l’ordre des plans. Ceux déjà notés sur les feuilles imprimées peuvent changer.
film-said-locked = Les numéros sont figés.
film-said-unlocked = Les numéros suivent de nouveau l’ordre.
film-duplicate = Copier le film
film-said-duplicated = Copie prête.
film-open-copy = Ouvrir la copie
film-copy-title = { $title } (copie)
film-archive = Ranger le film
film-said-archived = Rangé : { $title }
