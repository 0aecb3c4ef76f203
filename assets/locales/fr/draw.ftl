# Dessiner une case.

draw-tools = Outils
draw-gear-pencil = Crayon
draw-gear-brush = Pinceau
draw-gear-pen = Stylo
draw-gear-eraser = Gomme
draw-gear-arrow = Flèche
draw-gear-text = Texte
draw-undo = Annuler
draw-redo = Rétablir

draw-strokes = Traits, couleurs, repères
draw-size = Épaisseur
draw-size-fine = Fin
draw-size-medium = Moyen
draw-size-thick = Gros
draw-colour = Couleur
draw-colour-ink = Noir
draw-colour-blue = Bleu crayon
draw-colour-film = Encre du film
draw-colour-film_pale = Encre claire
draw-colour-grey = Gris
draw-colour-grey_light = Gris clair
draw-erase-whole = Tout le trait
draw-erase-part = Un bout
draw-onion = Voir { $label }
draw-onion-none = Rien avant
draw-guides = Tiers

draw-zoom = Zoom
draw-zoom-in = Zoomer
draw-zoom-out = Dézoomer
draw-zoom-percent = { $percent } %
draw-zoom-whole = { $percent } %. Revoir toute la feuille

draw-picture = Image
draw-picture-alt = Image derrière le dessin
draw-picture-other = Choisir une image
draw-picture-remove = Enlever l’image

draw-finish = Dessin fini
draw-finish-empty = Case vide
draw-finished = Dessin fini
draw-finished-said = Dessin fini. Le crayon pâlit.
draw-unfinished-said = Le dessin reprend.

draw-strip = Les cases du film
draw-strip-panel = { $label }, { $look }
draw-before = Avant
draw-after = Après

draw-paper = Feuille de { $label }
draw-paper-how = Les flèches déplacent la pointe, avec Maj plus finement. Espace pose le crayon, encore Espace le lève. Entrée prend les flèches, Échap les rend.
draw-stroke-saved = Trait enregistré
draw-panel-gone = Cette case n’est plus au storyboard. Si quelqu’un l’a supprimée, elle est à la corbeille.
draw-undo-waits = Les derniers traits attendent d’être enregistrés. On annulera après.

draw-mark-arrow = Flèche
draw-mark-text = Texte : { $text }
draw-grip-tail = Départ de la flèche
draw-grip-bend = Courbe de la flèche
draw-grip-head = Pointe de la flèche
draw-mark-remove = Enlever
draw-text-write = Écrire sur le dessin

draw-unsent = { $count ->
    [one] Un geste de dessin n’est pas encore dans le fichier.
   *[other] { $count } gestes de dessin ne sont pas encore dans le fichier.
  }
draw-unsent-wait = Rien n’est perdu : on les garde ici et on réessaie.
draw-unsent-refused = On les garde ici. Le fichier les refuse :
draw-unsent-drop = Abandonner ces gestes
draw-not-read = Ce dessin n’a pas pu être lu.

keys-draw = Dessin
key-draw-thinner = Trait plus fin
key-draw-thicker = Trait plus gros
key-draw-before = Case d’avant
key-draw-after = Case d’après
key-draw-onion = Voir la case d’avant
key-draw-whole = Toute la feuille
key-draw-remove-mark = Enlever la flèche ou le texte
key-draw-pen = Poser ou lever le crayon, sur la feuille
key-draw-leave = Revenir au storyboard
