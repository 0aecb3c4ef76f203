duration-seconds = { $seconds } s
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes }
bytes-kilo = { $size } ko
bytes-mega = { $size } Mo
bytes-giga = { $size } Go
bytes-tera = { $size } To
moment = { $day }, { $hours } h { $minutes }

app-name = Quartier Libre
logo-home = Quartier Libre, tous les films
where-am-i = Où sommes-nous
jump-to-content = Aller au travail
close = Fermer
choose = Choisir…
yes = Oui
no = Non
again = Réessayer
understood = D’accord
put-back = Remettre
go-home = Voir les films
quoted = « { $text } »
stepper-less = { $label } : moins
stepper-more = { $label } : plus
coming = On ouvre…
thumb-failed = Pas arrivé

# La barre et le rail
rail = Film
section-storyboard = Storyboard
section-shots = Découpage
section-trash = Corbeille
section-lost = Retrouvés
section-kept = { $count ->
    [one] { $count } chose à voir
   *[other] { $count } choses à voir
}
section-films = Films
saved = Enregistré
saving = On enregistre…
not-saved = Pas enregistré
not-saved-title = Le dernier geste n’est pas gardé
not-saved-held-title = Tout est à l’écran, pas encore dans le fichier
not-saved-elsewhere = Ce qui attendait est gardé : cela ira dans « { $name } » quand nous le rouvrirons ici.
not-saved-held = Les traits et les mots restent à l’écran et repartiront tout seuls. Ne fermons pas la fenêtre avant.
connection-lost = Liaison coupée
read-only = Lecture seule.
read-only-short = Lecture seule
read-only-hint = On peut tout regarder, rien changer.
read-only-reopen = Ouvrir pour modifier

# Les fichiers
file-open = Ouvrir un fichier
file-new = Commencer un nouveau fichier
file-recent = Rouvrir { $name }
path-label = Chemin sur cet ordinateur
path-hint = Le chemin complet, avec le nom du fichier.
path-open_workspace = Ouvrir un fichier
path-open_workspace-act = Ouvrir
path-new_workspace = Commencer un nouveau fichier
path-new_workspace-act = Commencer
path-save_backup = Copier la sauvegarde ailleurs
path-save_backup-act = Copier
path-save_export = Enregistrer le papier
path-save_export-table = Enregistrer le tableau
path-save_export-act = Enregistrer
path-save_export-hint = Un fichier du même nom est remplacé.
path-completed = Le chemin est complété : on le relit, puis on valide.
path-open_backup = Choisir une sauvegarde
path-open_backup-act = Choisir
path-open_table = Choisir un tableau
path-open_table-act = Lire
path-open_picture = Choisir une photo
path-open_picture-act = Ajouter
backup-restored = La sauvegarde est ouverte. L’ancien fichier est resté à côté.
