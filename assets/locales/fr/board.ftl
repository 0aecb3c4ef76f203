board-title = Storyboard
board-shots = { $count ->
    [one] { $count } plan
   *[other] { $count } plans
}
board-shots-word = { $count ->
    [one] plan
   *[other] plans
}
board-drawn-word = { $count ->
    [one] dessiné
   *[other] dessinés
}
board-undo = Annuler
board-redo = Rétablir
board-draw = Dessiner
board-look = Regarder
board-add-shot = Ajouter un plan
board-add-shot-after = Ajouter un plan après
board-add-panel = Ajouter une case à ce plan
board-add-scene = Ajouter une scène
board-add-scene-after = Ajouter une scène après
board-duplicate = Copier juste après
board-duplicate-panel = Copier la case dans ce plan
board-earlier = Plus tôt
board-later = Plus tard
board-move-to = Déplacer vers…
board-delete = Mettre à la corbeille
board-rename = Renommer
board-put-back = Remettre
board-put-back-this = Remettre : { $name }
board-quote = « { $text } »

board-scenes = Scènes
board-scene = Scène
board-gauge = { $inked ->
    [one] { $inked } plan encré sur { $count }
   *[other] { $inked } plans encrés sur { $count }
}
board-untitled-scene = Scène sans titre
scene-subset = { $heading } ({ $subset })
board-heading = Décor
board-heading-hint = Hall, bâtiment C
board-subset = Sous-décor
board-subset-hint = Devant les boîtes aux lettres
board-int-ext = Dedans ou dehors
board-time-of-day = Moment
board-story-day = Jour de l’histoire
board-story-day-hint = Samedi, le lendemain
board-summary = Résumé
board-summary-hint = Que se passe-t-il dans cette scène ?
board-menu-scene = Actions sur la scène { $number }
board-menu-shot = Plan { $label }
board-menu-panel = Case { $label }
board-inspector = Détails
board-in-this-panel = Dans la case { $label }
board-previous = Case précédente
board-next = Case suivante

board-name-scene = scène { $number }
board-name-shot = plan { $label }
board-name-panel = case { $label }
board-said-deleted = À la corbeille : { $name }
board-said-duplicated = Copie prête : { $name }
board-said-moved = À sa place : { $name }
board-said-renamed = C’est fait : { $before } devient { $name }
board-said-at-the-edge = On est déjà au bout.
board-said-undone = Annulé : { $what }
board-said-undone-at = Annulé ({ $where }) : { $what }
board-said-redone = Rétabli : { $what }
board-said-redone-at = Rétabli ({ $where }) : { $what }
board-said-nothing-to-undo = Rien à annuler.
board-said-nothing-to-redo = Rien à rétablir.
board-some-edit = le dernier geste

board-move = Déplacer
board-move-title = Déplacer : { $name }
board-move-what = Que déplace-t-on ?
board-move-whole = Le plan entier
board-move-alone = La case seule
board-move-scene = Dans quelle scène ?
board-move-shot = Dans quel plan ?
board-move-place = À quelle place ?
board-move-first = Au début
board-move-after = { $kind ->
    [scene] Après la scène { $name }
    [shot] Après le plan { $name }
   *[panel] Après la case { $name }
}

board-empty = Rien sur la table
board-empty-more = On commence par le plan le plus facile. L’ordre se change quand on veut.
board-first-shot = Ajouter le premier plan

board-keys = Storyboard
board-key-arrows = Aller de case en case
board-key-ends = Première ou dernière case de la scène (du film avec Ctrl)
board-key-draw = Dessiner la case
board-key-panel = Ajouter une case à ce plan
board-key-shot = Ajouter un plan
board-key-delete = Mettre à la corbeille
board-key-rename = Écrire le titre ou l’action
board-key-duplicate = Copier juste après
board-key-move = Déplacer d’une place
board-key-move-scene = Passer dans la scène voisine
board-key-move-to = Déplacer vers…
board-key-undo = Annuler
board-key-redo = Rétablir

key-enter = Entrée
key-delete = Suppr
key-shift = Maj + { $key }
key-ctrl = Ctrl + { $key }
key-alt = Alt + { $key }

fields-more = Plus…
fields-more-of = Plus de choix : { $field }
fields-none = Pas choisi
fields-point-for-meaning = Un mot inconnu ? On passe dessus pour savoir.
fields-action = Action
fields-action-hint = Que voit-on ?
fields-dialogue = Dialogue
fields-dialogue-hint = Personne ne parle
fields-duration = Durée
fields-panel-duration = Durée de la case
fields-estimate = Durée prévue
fields-setup = Temps de tournage
fields-characters = Personnages
fields-characters-hint = Nour, Idriss
fields-lens = Objectif
fields-lens-hint = 35 mm
fields-notes = Notes
fields-notes-hint = Ce qu’il ne faut pas oublier
fields-fold-set = Tournage
fields-fold-frame = Côté et type de plan
fields-fold-camera = Caméra
