# Qui dessine : un prénom choisi, une forme, une couleur. Rien d’autre sur personne.

faces-title = Qui dessine ?
faces-draws = tient le crayon
faces-why = Chaque trait garde la gommette de qui l’a dessiné. « Annuler » n’annule que ses propres traits.
faces-nobody = Personne
faces-add = Ajouter un prénom
faces-change = Changer le prénom ou la gommette
faces-remove = Enlever
faces-more = { $name } : changer ou enlever
faces-removed = { $name } n’est plus dans la liste. Ses traits restent.
faces-name = Prénom ou surnom
faces-name-hint = Celui qu’on a choisi. Pas de nom de famille.
faces-name-missing = Il manque un prénom.
faces-shape = Forme
faces-colour = Couleur
faces-taken = { $colour }, déjà à { $name }
faces-cancel = Revenir
faces-keep = Garder
faces-draw-as = Prendre le crayon
