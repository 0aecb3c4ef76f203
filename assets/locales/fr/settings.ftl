settings = Réglages
settings-here = Pour cet ordinateur.
settings-safety = Ce qui garde le travail
language = Langue
language-fr = Français
language-en = English
theme = Lumière
theme-light = Jour
theme-dark = Nuit
theme-system = Comme l’ordinateur
text-size = Taille du texte
text-size-sample = A
text-size-normal = Normal
text-size-large = Grand
text-size-larger = Très grand
text-size-huge = Énorme
letters = Lettres
letters-sample = aàgilI1
letters-atkinson = Atkinson
letters-wide = Larges
letters-spaced = Écartées
less-motion = Bouger moins
less-motion-hint = rien ne glisse, rien ne se trace

own-words = Nos mots
own-words-hint = Chaque école a ses mots. Celui qu’on écrit ici remplace le mot d’usage partout dans Quartier Libre.
own-words-family = Ce qu’on nomme
own-words-for = Notre mot pour « { $word } »
own-words-same = C’est aussi le mot de « { $word } ».
own-words-back = Revenir au mot d’usage
own-words-back-of = Revenir au mot d’usage : { $word }

preview = Essai
preview-end = tel qu’on le verra
preview-heading = Hall, bâtiment C
preview-label = 2A
preview-alt = Une femme avec ses sacs devant un ascenseur en panne
preview-action = L’ascenseur est en panne. Tantie Fatou attend avec ses sacs.
preview-dialogue = C’est pour demain, les enfants.
preview-draw = Dessiner

backups = Sauvegardes
backups-end = une par jour, sept gardées
backups-week = { $count ->
    [0] Aucune sauvegarde ces sept derniers jours
    [one] { $count } sauvegarde ces sept derniers jours
   *[other] { $count } sauvegardes ces sept derniers jours
}
backup-day-full = { $day } : une sauvegarde vérifiée
backup-day-empty = { $day } : pas de sauvegarde
today-short = auj.
backups-hint = On peut revenir à chaque brique pleine. Un jour vide est un jour sans travail.
backups-none = La première sauvegarde se fait toute seule aujourd’hui.
backups-return = Revenir en arrière
backups-copy = Copier la sauvegarde ailleurs
backup-made = { $name } est copié et vérifié ({ $size }).
backup-good = Vérifiée
backup-bad = Illisible
restore = Revenir ici
restore-this = Revenir ici : { $when }
restore-other = Choisir une autre sauvegarde
restore-safe = Rien n’est écrasé : le fichier d’aujourd’hui reste à côté, sous un autre nom.

file = Fichier
check = Vérifier le fichier
check-busy = On relit tout…
check-sealed = Le registre est scellé : ses fiches et ses feuilles n’ont pas été lues. Ouvrez-le, puis vérifiez encore.
check-good = Tout est là, tout se relit.
check-problems = { $count ->
    [one] { $count } chose ne colle pas.
   *[other] { $count } choses ne collent pas.
}
check-problems-hint = Ce que les gens ont fait est gardé à part : on peut tout recalculer.
check-damaged-hint = Le fichier lui-même est abîmé. Une sauvegarde peut le remplacer : « Revenir en arrière », un peu plus haut.
check-rebuild = Recalculer

room = Place sur cet ordinateur
room-free = { $size } libres
room-file = Films { $size }
room-backups = Sauvegardes { $size }
room-rest = libre
room-stays = Tout reste sur cet ordinateur.
version = Quartier Libre { $version }
