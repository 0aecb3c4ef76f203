# Imprimer : les papiers et les tableaux qui sortent du film
print = Imprimer
print-shot = Imprimer ce plan
print-title = Imprimer le film
print-film = { $count ->
    [0] { $title }
    [one] { $title }, { $count } plan
   *[other] { $title }, { $count } plans
}
key-print = Imprimer le film

print-kind = Que fait-on ?
print-kind-storyboard = Storyboard
print-kind-shot-list = Découpage
print-kind-xlsx = Tableau Excel
print-kind-csv = Tableau CSV
print-per-page = Cases par page
print-paper = Papier
print-paper-a4 = A4
print-paper-letter = Letter
print-direction = Sens
print-portrait = Debout
print-landscape = Couché
print-scenes = Scènes
print-all = Toutes
print-scene = Scène { $number }
print-by-shot = Choisir des plans
print-by-scene = Revenir aux scènes
print-shots = Plans
print-shots-of = Plans de la scène { $number }
print-shots-chosen = { $count ->
    [0] aucun choisi
    [one] { $count } choisi
   *[other] { $count } choisis
}
print-under = Sous chaque dessin
print-action = Action
print-dialogue = Dialogue
print-duration = Durée
print-notes = Place pour noter
print-whole = Sur le papier
print-black = En noir seul
print-cover = Couverture
print-pencil = Crayon bleu aussi

# La page qu’on regarde
print-page = Aperçu de la page { $page } sur { $pages }
print-page-labels = Aperçu de la page { $page } sur { $pages } : de { $first } à { $last }
print-pages = Pages
print-before = Avant
print-after = Après
print-go-to = Page { $page }
print-jump = Aller à la page
print-jump-short = Aller à
print-coming = La page arrive…
print-failed = Le film est sauf, il n’a pas bougé. Seul l’aperçu manque : on réessaie.
print-no-shot = Aucun plan choisi
print-no-shot-more = Touchons les plans qu’on veut sur le papier.
print-no-shot-table = Touchons les plans qu’on veut dans le tableau.
print-no-scene = Aucune scène choisie
print-no-scene-more = Ce qu’on avait choisi n’est plus dans le film. Touchons une autre scène, ou « Toutes ».
print-letters = Ces signes n’existent pas dans nos lettres : { $letters }. Un losange avec un point d’interrogation prend leur place.

# Les tableaux n’ont pas de pages
print-table-first = Les { $count } premières lignes
print-table = Une ligne par plan
print-table-holds = Scène, décor, plan, valeur, angle, mouvement, lumière, son, action, dialogue, notes, durées.
print-table-xlsx = Les dessins sont dans les lignes, et les durées s’additionnent.
print-table-csv = Du texte seul, pour d’autres programmes. Les dessins restent ici. Dans Excel, le tableau Excel s’ouvre mieux.
print-table-opens = Il s’ouvre dans LibreOffice, Excel ou Numbers.
print-sample-shot = Plan
print-sample-drawing = Dessin
print-lines = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}

# Le pied : ce qui sort
print-count = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}
print-viewer = « Imprimer » ouvre le PDF, on imprime depuis là.
print-empty = Pas encore de plan à imprimer.
print-empty-table = Pas encore de plan : le tableau est vide.
print-empty-scenes = Pas encore de plan : le tableau n’a que les scènes.
print-save = Enregistrer le PDF
print-save-pages = { $pages ->
    [one] Enregistrer le PDF, { $pages } page
   *[other] Enregistrer le PDF, { $pages } pages
}
print-save-table = Enregistrer le tableau
print-stop = Arrêter
print-stopping = On arrête…
print-phase-drawings = On prépare les dessins
print-phase-setting = On met en page
print-phase-writing = On écrit le fichier
print-done-of = { $done } sur { $of }
print-saved = { $pages ->
    [one] Enregistré : { $name } ({ $pages } page)
   *[other] Enregistré : { $name } ({ $pages } pages)
}
print-saved-table = Enregistré : { $name }
print-opened = Le PDF est ouvert, on imprime depuis là.
print-unshown = Le PDF est prêt.
print-unshown-link = Le navigateur a retenu le nouvel onglet : on l’ouvre d’ici.
print-unshown-save = Aucun programme ne l’a ouvert : enregistrons-le, il s’ouvrira ailleurs.
print-open-pdf = Ouvrir le PDF
print-shortened = { $count ->
    [one] { $count } texte était trop long pour une case du tableau : il y est coupé. Dans le film, il est entier.
   *[other] { $count } textes étaient trop longs pour une case du tableau : ils y sont coupés. Dans le film, ils sont entiers.
}
