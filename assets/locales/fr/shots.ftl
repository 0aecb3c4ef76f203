shots-title = Découpage
shots-screen-word = à l’écran
shots-shooting-word = de tournage
shots-on-screen = { $time } à l’écran
shots-shooting = tournage
shots-label = N°
shots-thumb = Vignette
shots-size = Valeur
shots-description = Description
shots-setup = Tournage
shots-columns = Colonnes
shots-all-fields = Tout sur ce plan
shots-whole = Plan { $label }
shots-on-board = Voir dans le storyboard
shots-done = C’est bon
shots-not-a-time = Une durée, comme 4,5 ou 1:10
shots-time-not-kept = « { $text } » n’est pas une durée possible. On garde { $kept }.
shots-duration-of-panels = Ce plan a { $count } cases : sa durée est la somme des leurs.
shots-see-panels = Voir les cases
shots-omitted-fixed = Le plan { $label } est omis : on le remet avant de le changer.

shots-we-have = Nous avons
shots-start = Départ
shots-fit = { $count ->
    [0] Aucun plan ne rentre.
    [one] { $count } plan rentre.
   *[other] { $count } plans rentrent.
}
shots-wait = { $count ->
    [one] { $count } plan attendra : { $names }.
   *[other] { $count } plans attendront : { $names }.
}
shots-wait-more = Attendront : { $names } et { $more } autres plans.
shots-time-left = Il restera { $time }.
shots-untimed = { $count ->
    [one] { $count } plan n’a pas encore de temps de tournage.
   *[other] { $count } plans n’ont pas encore de temps de tournage.
}

shots-empty = Pas encore de plan
shots-empty-more = On écrit ici la liste de ce qu’on va tourner : une ligne par plan.

shots-keys = Découpage
shots-key-arrows = Aller de cellule en cellule
shots-key-ends = Début ou fin de la ligne (du tableau avec Ctrl)
shots-key-change = Changer la cellule (ou écrire tout de suite)
shots-key-clear = Vider la cellule
shots-key-add = Ajouter un plan après
shots-key-move = Déplacer le plan d’une ligne
shots-key-move-to = Déplacer vers… (là où rien ne s’écrit)
