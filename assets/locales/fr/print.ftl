# La fenêtre d’impression
print-title = Imprimer le film
print-open = Imprimer
print-kind = Quoi
print-kind-storyboard = Storyboard, en PDF
print-kind-shot-list = Découpage, en PDF
print-kind-xlsx = Découpage, pour Excel
print-kind-csv = Découpage, en CSV
print-per-page = Cases par page
print-panels = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
print-paper = Papier
print-a4 = A4
print-letter = Letter
print-direction = Sens
print-portrait = Debout
print-landscape = Couché
print-scenes = Scènes
print-all = Toutes
print-scene = Scène { $number }
print-shot = Plan { $label }
print-shown = Sur la page
print-action = Action
print-dialogue = Dialogue
print-duration = Durée
print-notes = Place pour noter
print-cover = Couverture
print-pencil = Crayon bleu aussi
print-black = En noir seul
print-page = { $page } / { $pages }
print-page-alt = Aperçu de la page { $page } sur { $pages }
print-before = Avant
print-after = Après
print-missing = Des signes ne s’impriment pas.
print-missing-hint = Nos polices n’ont pas ces lettres, un losange avec un point d’interrogation prend leur place : { $letters }
print-table = Un tableau pour un tableur
print-table-hint = Une ligne par plan, avec tous ses choix. Les durées y sont de vraies durées, qu’on peut additionner.
print-now = Imprimer
print-save = { $pages ->
    [one] Enregistrer le PDF, { $pages } page
   *[other] Enregistrer le PDF, { $pages } pages
}
print-save-table = Enregistrer le tableau
print-stop = Arrêter
print-phase-drawings = On prépare les dessins…
print-phase-setting = On met en page…
print-phase-writing = On écrit le fichier…
print-saved = { $pages ->
    [0] Enregistré : { $name }
    [one] Enregistré : { $name }, { $pages } page
   *[other] Enregistré : { $name }, { $pages } pages
}
print-opened = Le PDF est ouvert, il s’imprime de là : { $name }
print-shortened = Des textes trop longs pour un tableur ont été coupés.
key-print = Imprimer
