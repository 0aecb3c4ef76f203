# Le registre : qui est là, sous scellé. Il parle aux formateurs : « vous ».

# Le mode, au bout de la barre
mode-workshop = Atelier
mode-trainer = Formateur
mode-sealed = registre scellé
mode-sealing = on scelle…
mode-unlocked = registre ouvert
mode-none = pas de registre
mode-make = Faire un registre
mode-unlock = Ouvrir le registre
mode-seal = Sceller le registre
mode-now-sealed = Le registre est scellé.
mode-now-sealed-lost = Le registre est scellé. Ce qui n’avait pas été accepté, ou pas encore ajouté, n’est pas gardé.
mode-was-sealed-lost = Le registre a été scellé entre-temps. Ce qui était écrit et pas encore gardé ne l’est pas.

# Ouvrir
unlock-title = Ouvrir le registre
unlock-stay = Rester en atelier
unlock-passphrase = Phrase de passe des formateurs
unlock = Ouvrir
unlock-busy = On ouvre…
unlock-or = ou, si la phrase est perdue
unlock-code = Code de secours, sur la feuille imprimée
unlock-why = Après 5 essais, le registre attend une minute. Rien ne s’efface. Sans phrase ni code, personne ne peut l’ouvrir, pas même nous.
unlock-tries = { $left ->
    [0] plus d’essai
    [one] encore { $left } essai
   *[other] encore { $left } essais
}
register-waits-damaged = { $count ->
    [one] { $count } signature attend une feuille abîmée : voyez « fiche abîmée » sous la liste du registre.
   *[other] { $count } signatures attendent une feuille abîmée : voyez « fiche abîmée » sous la liste du registre.
}
register-health-gone = { $count ->
    [one] { $count } info de santé a été détruite, comme prévu : son dernier jour est passé.
   *[other] { $count } infos de santé ont été détruites, comme prévu : leur dernier jour est passé.
}
register-postponed = { $count ->
    [one] { $count } signature n’a pas pu être rangée : faites de la place sur le disque, scellez, puis rouvrez.
   *[other] { $count } signatures n’ont pas pu être rangées : faites de la place sur le disque, scellez, puis rouvrez.
}
unlock-waits = Le registre attend jusqu’à { $until }.
unlock-waits-more = Encore { $left }. Rien ne s’efface.
register-show = Montrer
code-group = Groupe { $at } sur 6
code-missing = Il manque des signes du code.
sealing-sealed = Sous scellé
sealing-families = Noms, adresses, téléphones des familles
sealing-health = Informations de santé
sealing-signatures = Signatures et présences
sealing-photos = Photos des feuilles signées
sealing-open = Reste ouvert à tous
sealing-faces = Prénoms choisis et gommettes
sealing-films = Dessins, films, dates des séances
sealing-stick = Une clé perdue dans le bus ne donne aucun nom.

# Faire le registre
create-title = Faire le registre
create-why = Choisissez une phrase que tous les formateurs retiennent : quatre mots au hasard valent mieux qu’un mot compliqué.
create = Choisir cette phrase
create-busy = On prépare le registre…
create-lost = Si la phrase et le code de secours sont perdus tous les deux, le registre l’est aussi.
create-lost-more = Personne ne pourra plus l’ouvrir, pas même nous. Les films, eux, restent ouverts.
passphrase-new = Nouvelle phrase de passe
passphrase-again = La même, encore une fois
passphrase-differs = Les deux phrases ne sont pas les mêmes.
passphrase-missing = Il manque la phrase de passe.
passphrase-hint-empty = Quatre mots, par exemple.
passphrase-hint-short = Trop courte : ajoutez des mots.
passphrase-hint-common = Trop connue : on la devine vite.
passphrase-hint-repeats = Trop de répétitions : changez des mots.
passphrase-hint-more_words = Encore un ou deux mots.
passphrase-hint-good = Bonne phrase.
passphrase-hint-strong = Très bonne phrase.

# La feuille de secours
recovery-unproved = Feuille de secours à vérifier
recovery-title = La feuille de secours
recovery-why = Ce code ouvre le registre si la phrase est perdue. Imprimez-le maintenant.
recovery-code = Code de secours
recovery-number = Feuille n° { $sheet }.
recovery-once = Le code ne sera plus montré.
recovery-print = Imprimer la feuille
recovery-shown = La feuille est ouverte : imprimez-la d’ici.
recovery-saved = La feuille est enregistrée. Imprimez-la, puis effacez le fichier.
recovery-discard = C’est imprimé : effacer le fichier
recovery-discarded = Le fichier est effacé. Il ne reste que la feuille.
recovery-not-found = Nous n’avons pas retrouvé ce fichier : { $path }. S’il a été déplacé, effacez-le là où il est.
recovery-file-left = Le code est encore dans un fichier de cet ordinateur. Imprimez-le, puis effacez le fichier.
recovery-where = Rangez-la loin de cet ordinateur : dans un tiroir fermé, à la mairie ou à l’association. Jamais en photo.
recovery-at-hand = La feuille est là
recovery-prove = Pour être sûr que la feuille est là, recopiez son dernier groupe.
recovery-last = Dernier groupe de la feuille
recovery-last-wrong = Ce n’est pas le dernier groupe. Relisez la feuille.
recovery-look-again = Revoir le code
recovery-done = Terminer
recovery-left-old = La nouvelle feuille n’a pas été vérifiée : celle d’avant reste valable.
recovery-left = Le code n’est plus montré. Sans la feuille, faites-en une autre : « Clé et papiers ».

# La clé du registre
register-key = Clé et papiers
change-title = Changer la phrase de passe
change-by = Prouver avec
change-by-passphrase = La phrase d’avant
change-by-code = Le code de secours
change-current = Phrase d’avant
change-sheet = La feuille de secours reste valable ; si elle a servi, faites-en une autre : « Clé et papiers ». L’ancienne phrase n’ouvrira plus ce fichier ni ses sauvegardes automatiques. Une copie faite à la main avant s’ouvre encore avec elle.
change-after-code = Le registre est ouvert par la feuille de secours. Choisissez maintenant une phrase que les formateurs retiendront.
change = Changer la phrase
change-done = La phrase de passe est changée.
change-done-backups = { $count ->
    [one] { $count } sauvegarde n’a pas pu être réécrite : la phrase d’avant l’ouvre encore. On réessaie chaque jour.
   *[other] { $count } sauvegardes n’ont pas pu être réécrites : la phrase d’avant les ouvre encore. On réessaie chaque jour.
}
renew-title = Faire une nouvelle feuille de secours
renew-why = La feuille d’avant n’ouvrira plus rien dès que la nouvelle sera vérifiée : détruisez-la alors.
renew-why-number = La feuille n° { $sheet } n’ouvrira plus rien dès que la nouvelle sera vérifiée : détruisez-la alors.
renew = Faire la feuille

# La page
register-title = Registre
register-sealed = registre scellé
register-sealed-count = { $count ->
    [one] { $count } fiche sous scellé
   *[other] { $count } fiches sous scellé
}
register-sealed-since = { $count ->
    [one] { $count } fiche sous scellé depuis { $since }
   *[other] { $count } fiches sous scellé depuis { $since }
}
register-none = Pas encore de registre
register-none-more = Il dit qui est là et qui appeler. Lui seul est fermé par une phrase de passe.
register-make = Faire le registre
register-empty = Personne dans le registre
register-empty-more = Ajoutez la première personne, ou importez une liste déjà faite dans un tableur.
register-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
register-minors = { $count ->
    [one] { $count } mineur
   *[other] { $count } mineurs
}
register-list = Les personnes
register-search = Chercher dans le registre
register-search-name = Un nom
register-part = Qui montrer
register-all = Tous
register-part-minors = Mineurs
register-part-adults = Adultes
register-part-former = Anciens
register-part-empty = Personne ici.
register-not-found = Personne ne s’appelle « { $name } » ici.
register-col-name = Prénom et nom
register-col-age = Âge
register-col-role = Rôle
register-col-group = Groupe
register-col-alone = Rentre seul
register-col-present = Présences
register-age-none = âge ?
register-adult = Adulte
register-to-ask = À demander
register-present = { $present } sur { $expected }
register-edit-add_person = une personne ajoutée
register-edit-set_person = un changement dans une fiche
register-edit-add_relative = un proche ajouté
register-edit-set_relative = un changement chez un proche
register-edit-delete_relative = un proche enlevé
register-edit-set_health = une info de santé
register-edit-whose = { $what }, fiche : { $name }
register-edit-line = { $what } ({ $name }), feuille du { $date }
register-edit-on-sheet = { $what }, feuille du { $date }
register-edit-add_to_sheet = une personne mise sur une feuille
register-edit-fill_sheet = le groupe mis sur une feuille
register-edit-remove_from_sheet = une personne enlevée d’une feuille
register-edit-mark_cell = une présence notée
register-edit-clear_signature = une signature effacée
register-edit-attach_scan = une photo de feuille
register-edit-remove_scan = une photo de feuille enlevée
register-edit-restore_scan = une photo de feuille remise
register-edit-other = un changement du registre
keys-register = Registre

# Une fiche
person-add = Ajouter une personne
person-add-act = Ajouter
person-edit = Modifier
person-choose = Choisissez une personne : sa fiche s’ouvre ici.
person-gone = Cette fiche n’est plus là.
person-given-missing = Il manque le prénom.
person-age = { $age ->
    [one] { $age } an
   *[other] { $age } ans
}
person-born = { $sex ->
    [f] née le { $date }
    [m] né le { $date }
   *[none] naissance le { $date }
}
person-left = ne vient plus
person-guardians = Responsables
person-guardians-none = Aucun responsable noté.
person-emergency = En cas d’urgence
person-emergency-none = Aucune personne à prévenir.
person-pickup = Peut venir chercher
person-others = Autres proches
person-pickup-none = Aucune personne notée.
person-alone = { $sex ->
    [f] Rentre seule
   *[other] Rentre seul
}
person-presence = Présences
person-attestation-later = L’attestation de présence se fait quand la demi-journée est finie.
person-presence-none = Pas encore de séance.
person-presence-label = Là { $present } fois sur { $expected }, excusé { $excused } fois, absent { $absent } fois
person-excused = { $count ->
    [one] { $count } excusée
   *[other] { $count } excusées
}
person-absent = { $count } sans nouvelles
presence-present = { $date } : là
presence-absent = { $date } : sans nouvelles
presence-excused = { $date } : excusé
person-contact = Coordonnées
person-rights = Ses droits
person-kept-until = Gardé jusqu’au { $date }.
health-one = 1 info de santé
health-show = Montrer
health-hide = Cacher
health-hides = Se cache toute seule après 30 secondes.
health-until = Détruite après le { $date }.

# Le formulaire
form-about = Qui
form-relatives = Famille et proches
form-reach = Coordonnées
form-health = Santé
form-kept = Chaque champ est gardé dès qu’on le quitte.
form-done = Terminer
form-unsaid = Pas dit
form-birth-wrong = Ce n’est pas une date. Par exemple : 25/05/2011.
form-day-placeholder = jj/mm/aaaa
form-age-wrong = Écrivez l’âge en chiffres.
form-phone-wrong = Ce n’est pas un numéro de téléphone.
form-age-hint = Si la date de naissance manque.
form-age-born = D’après la naissance
form-face-none = Celle que le registre donne
form-figures = Situation et quartier ne servent qu’aux bilans, où personne n’est nommé.
field-of-given = Prénom
field-of-family = Nom
field-of-role = Rôle
field-of-birth = Date de naissance
field-of-told_age = Âge
field-of-sex = Sexe
field-of-leaves_alone = Rentre seul
field-of-face = Gommette
field-of-left = Ne vient plus
field-of-phone = Téléphone
field-of-address = Adresse
field-of-commune = Commune
field-of-insurance = Assurance
field-of-occupation = Situation
field-of-qpv = Quartier prioritaire
field-of-qpv_code = Code du quartier
field-of-groups = Groupes
role-participant = Participant
role-trainer = Formateur
role-social_worker = Éducateur
role-volunteer = Bénévole
role-partner = Partenaire
sex-f = Féminin
sex-m = Masculin
occupation-pupil = Élève
occupation-student = En études
occupation-employed = En emploi
occupation-job_seeker = Cherche un emploi
occupation-retired = À la retraite
occupation-other = Autre
relative-name = Nom
relative-relation = Lien
relative-relation-such = mère, oncle, voisine
relative-authority = Responsable légal
relative-emergency = À prévenir en urgence
relative-pickup = Peut venir chercher
relative-new = Nom du proche
relative-add = Ajouter ce proche
relative-remove = Enlever
relative-remove-of = Enlever { $name }
relative-name-missing = Il manque le nom.
group-new = Nouveau groupe
group-add = Ajouter ce groupe
group-name-missing = Il manque le nom du groupe.
health-text = Info de santé
health-text-hint = Seulement ce qui sert à bien accueillir : allergie, traitement, geste à faire.
health-until-label = Détruire après le
health-until-missing = Il manque le jour où elle sera détruite.
health-until-hint = La fin du stage, par exemple.
health-keep = Garder
health-leave = Ne rien changer
health-emptied = La case est vide. « Ne rien changer » laisse l’info comme elle était ; « Détruire l’info » l’enlève pour toujours.
health-write = Écrire une info de santé
health-change = Lire et changer l’info de santé
health-destroy = Détruire l’info
health-destroy-sure = Détruire pour toujours

# Les papiers du registre
register-paper-making = On prépare le papier…
register-paper-saved = Enregistré : { $name }
register-paper-opened = Enregistré et ouvert : { $name }
register-paper-both = Enregistrés, sans scellé : { $name } et { $beside }
register-processing = Registre des traitements (PDF)
person-attestation = Attestation de présence
person-give = Donner ses données

# Effacer
person-erase = Effacer
erase-title = Effacer { $name } ?
erase-what = Ce qu’effacer veut dire
erase-goes = Ce qui s’efface
erase-goes-file = Toute sa fiche : nom, famille, téléphones, adresse.
erase-goes-health = Son info de santé.
erase-goes-face = Le prénom « { $name } » et sa gommette, que tout le monde voit.
erase-goes-sheets = { $count ->
    [one] Sa place et ses signatures sur { $count } feuille pas encore close.
   *[other] Sa place et ses signatures sur { $count } feuilles pas encore closes.
}
erase-goes-backups = { $count ->
    [one] Sa fiche dans { $count } sauvegarde automatique.
   *[other] Sa fiche dans { $count } sauvegardes automatiques.
}
erase-stays = Ce qui reste
erase-stays-sheets = { $count ->
    [one] Son nom et ses signatures sur { $count } feuille close. Elle prouve la séance : on peut nous la demander.
   *[other] Son nom et ses signatures sur { $count } feuilles closes. Elles prouvent les séances : on peut nous les demander.
} { $years ->
    [one] Chaque feuille peut être détruite { $years } an après la séance.
   *[other] Chaque feuille peut être détruite { $years } ans après la séance.
}
erase-stays-others = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
erase-beyond = Ce qu’on ne peut pas atteindre
erase-beyond-sheets = Son nom et ses signatures sur les feuilles de présence des sauvegardes faites avant.
erase-beyond-photos = { $count ->
    [one] Ce qui se lit sur { $count } photo ou scan d’une feuille de présence : elle reste avec la feuille.
   *[other] Ce qui se lit sur { $count } photos ou scans de feuilles de présence : elles restent avec les feuilles.
}
erase-beyond-elsewhere = { $count ->
    [one] { $count } sauvegarde dans le dossier « { $folder } », d’un fichier qui n’est plus là. Si c’était ce fichier sous un autre nom, effacez ce dossier.
   *[other] { $count } sauvegardes dans le dossier « { $folder } », d’un fichier qui n’est plus là. Si c’était ce fichier sous un autre nom, effacez ce dossier.
}
erase-beyond-damaged = { $count ->
    [one] { $count } fiche ou feuille abîmée, qu’on ne peut pas lire : elle parle peut-être de cette personne. Il faut d’abord la retrouver dans une sauvegarde, ou la détruire.
   *[other] { $count } fiches ou feuilles abîmées, qu’on ne peut pas lire : elles parlent peut-être de cette personne. Il faut d’abord les retrouver dans une sauvegarde, ou les détruire.
}
erase-beyond-papers = Les papiers déjà imprimés, les fichiers déjà donnés, les copies faites à la main ou mises de côté.
erase-final = Effacer ne s’annule pas.
erase-keep = Garder sa fiche
erase-for-good = Effacer pour toujours
erase-busy = On efface…
erase-done = C’est effacé
erase-done-file = La fiche est effacée et sa clé détruite : { $name }.
erase-done-kept = { $count ->
    [one] { $count } feuille close garde son nom, comme preuve.
   *[other] { $count } feuilles closes gardent son nom, comme preuve.
}
erase-done-backups = { $count ->
    [one] { $count } sauvegarde n’a pas pu être réécrite et garde encore sa fiche. On réessaie chaque jour.
   *[other] { $count } sauvegardes n’ont pas pu être réécrites et gardent encore sa fiche. On réessaie chaque jour.
}
erase-done-later = Les dernières traces partent quand on ferme le fichier.

# Ce que le registre demande
register-tasks = À regarder
register-tasks-count = À regarder : { $count }
expired-line = { $count ->
    [one] { $count } fiche à effacer
   *[other] { $count } fiches à effacer
}
expired-title = Des fiches à effacer
expired-why = { $years ->
    [0] Leur saison est finie : on n’a plus de raison de garder ces coordonnées.
    [one] Leur saison est finie depuis plus de { $years } an : on n’a plus de raison de garder ces coordonnées.
   *[other] Leur saison est finie depuis plus de { $years } ans : on n’a plus de raison de garder ces coordonnées.
}
expired-all = Toutes
expired-since = à garder jusqu’au { $date }
expired-stays = { $years ->
    [one] Les feuilles closes gardent les noms et les signatures pendant { $years } an : on peut nous les demander. Effacer ne s’annule pas.
   *[other] Les feuilles closes gardent les noms et les signatures pendant { $years } ans : on peut nous les demander. Effacer ne s’annule pas.
}
expired-goes-health = { $count ->
    [one] { $count } info de santé s’efface avec elles.
   *[other] { $count } infos de santé s’effacent avec elles.
}
expired-goes-faces = { $count ->
    [one] { $count } prénom que tout le monde voit s’efface aussi, avec sa gommette.
   *[other] { $count } prénoms que tout le monde voit s’effacent aussi, avec leurs gommettes.
}
expired-goes-sheets = { $count ->
    [one] Leurs places et leurs signatures s’effacent aussi de { $count } feuille pas encore close.
   *[other] Leurs places et leurs signatures s’effacent aussi de { $count } feuilles pas encore closes.
}
expired-beyond-sheets = Leurs noms et leurs signatures sur les feuilles de présence des sauvegardes faites avant.
expired-beyond-damaged = { $count ->
    [one] { $count } fiche ou feuille abîmée, qu’on ne peut pas lire : elle parle peut-être de ces personnes. Il faut d’abord la retrouver dans une sauvegarde, ou la détruire.
   *[other] { $count } fiches ou feuilles abîmées, qu’on ne peut pas lire : elles parlent peut-être de ces personnes. Il faut d’abord les retrouver dans une sauvegarde, ou les détruire.
}
expired-later = Pas maintenant
expired-erase = { $count ->
    [0] Aucune fiche choisie
    [one] Effacer { $count } fiche
   *[other] Effacer { $count } fiches
}
expired-sure = Effacer { $count } pour toujours
expired-done = { $count ->
    [one] { $count } fiche est effacée.
   *[other] { $count } fiches sont effacées.
}
over-line = { $count ->
    [one] { $count } vieille feuille à détruire
   *[other] { $count } vieilles feuilles à détruire
}
over-title = De vieilles feuilles d’émargement
over-why = { $years ->
    [one] Elles ont plus de { $years } an : plus personne ne peut nous les demander comme preuve.
   *[other] Elles ont plus de { $years } ans : plus personne ne peut nous les demander comme preuve.
}
over-stays = La séance reste dans la liste, avec deux nombres : combien de participants étaient là, et combien d’heures. Les noms, les signatures et les photos partent pour toujours.
over-erase = { $count ->
    [0] Aucune feuille choisie
    [one] Détruire { $count } feuille
   *[other] Détruire { $count } feuilles
}
over-done = { $count ->
    [one] { $count } feuille est détruite.
   *[other] { $count } feuilles sont détruites.
}
retention-title = Combien de temps on garde
retention-why = Quand ce temps est fini, le registre propose d’effacer. On n’efface rien sans vous, sauf les infos de santé, détruites à leur date.
retention-contacts = Les fiches des personnes
retention-contacts-hint = Après la fin de leur dernière saison. La règle habituelle : 1 an.
retention-sheets = Les feuilles d’émargement
retention-sheets-hint = Après le jour de la séance. La règle habituelle : 10 ans, car l’État ou l’Europe peuvent les demander.
retention-years = { $years ->
    [0] rien de plus
    [one] { $years } an
   *[other] { $years } ans
}
damaged-line = { $count ->
    [one] { $count } fiche ou feuille abîmée
   *[other] { $count } fiches ou feuilles abîmées
}
damaged-title = { $count ->
    [one] Une fiche ou une feuille ne s’ouvre pas
   *[other] { $count } fiches ou feuilles ne s’ouvrent pas
}
damaged-why = Ce contenu est abîmé dans le fichier : une personne manque dans la liste, une feuille d’émargement ne s’ouvre pas, ou une signature ne se lit plus. Tout le reste est sauf.
damaged-copies = Une sauvegarde d’avant l’a peut-être encore entière. Les sauvegardes d’avant sont gardées tant que ce n’est pas réglé.
damaged-destroy-why = Si aucune ne l’a, on peut détruire ce qui ne s’ouvre pas. Ensuite on ne garde de nouveau que sept sauvegardes.
damaged-destroy = Détruire ce qui ne s’ouvre pas
damaged-destroyed = { $count ->
    [one] Ce qui ne s’ouvrait pas est détruit.
   *[other] Ce qui ne s’ouvrait pas est détruit, à { $count } endroits.
}
damaged-see = Voir les sauvegardes
refused-line = { $count ->
    [one] { $count } signature pas prise
   *[other] { $count } signatures pas prises
}
refused-title = Des signatures pas prises
refused-why = Elles sont arrivées pendant que le registre était scellé, et la feuille ne les a pas prises.
refused-torn = Une signature abîmée : on ne peut pas la lire.
refused-forged = Une signature qui ne vient pas de cet ordinateur.
refused-closed = Une signature arrivée après la clôture de sa feuille.
refused-gone = Une signature pour une séance ou une personne qui n’est plus là.
refused-other = Une signature que la feuille ne peut pas prendre.
refused-discard = Jeter
refused-discard-this = Jeter la signature { $at }
refused-discarded = C’est jeté.
refused-none = Il n’y en a plus.

# Deux fiches, une personne ?
pairs-line = { $count ->
    [one] 2 fiches se ressemblent
   *[other] { $count } doublons possibles
}
pairs-title = Est-ce la même personne ?
pairs-at = { $at } sur { $count }
pairs-reason-same_name_same_birth = Le même nom et la même naissance.
pairs-reason-same_name_birth_slip = Le même nom ; un chiffre change dans la date de naissance.
pairs-reason-same_name_birth_unknown = Le même nom ; une date de naissance manque.
pairs-reason-typo_same_birth = La même naissance, et presque le même nom.
pairs-reason-typo_birth_swapped = Presque le même nom ; le jour et le mois de naissance sont échangés.
pairs-reason-typo_birth_unknown = Presque le même nom ; une date de naissance manque.
pairs-field = Dans la fiche
pairs-differs = différent
pairs-keep = Garder cette fiche
pairs-kept = On garde cette fiche
pairs-hint = La fiche gardée garde ce qu’elle dit. Ce qui lui manque vient de l’autre, et les présences des deux comptent. Vérifiez ensuite qui est responsable légal et qui peut venir chercher.
pairs-two = Deux personnes différentes
pairs-same = C’est la même personne
pairs-later = Plus tard
pairs-merged = Une seule fiche : { $name }
pairs-merged-waits = Une seule fiche : { $name }. À vérifier dans la fiche, pour { $names } : responsable légal, peut venir chercher.
pairs-kept-apart = Deux personnes : on ne le demandera plus.
pairs-none = Aucune fiche ne ressemble à une autre.
register-edit-merge_people = deux fiches réunies
register-edit-keep_apart = deux fiches dites différentes
register-edit-import_people = un tableau importé

# Importer un tableau
import-act = Importer
import-a-list = Importer une liste
import-title-columns = Importer : les colonnes
import-title-preview = Importer : ce qui va entrer
import-title-done = Importer : c’est fait
import-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
import-sheet = Feuille du classeur
import-column = Colonne { $at }
import-col-column = Dans le tableau
import-col-sample = Par exemple
import-col-field = Dans le registre
import-goes = Où va « { $column } »
import-never-religion = Jamais dans le registre : la religion.
import-never-nationality = Jamais dans le registre : la nationalité, le titre de séjour.
import-never-origin = Jamais dans le registre : l’origine.
import-never-social_security = Jamais dans le registre : le numéro de sécurité sociale.
import-never-opinion = Jamais dans le registre : les opinions.
import-never-health = La santé ne s’importe pas : elle s’écrit à la main dans la fiche, à part.
import-never-sexual_life = Jamais dans le registre : la vie intime.
import-never-offences = Jamais dans le registre : les délits.
import-name-missing = Dites d’abord où est le nom.
import-look = Voir ce qui va entrer
import-reading = On lit…
import-other = Choisir un autre fichier
import-back = Revenir aux colonnes
import-stop = Arrêter
import-people = { $count ->
    [0] Aucune personne dans ce tableau
    [one] { $count } personne dans ce tableau
   *[other] { $count } personnes dans ce tableau
}
import-known = { $count ->
    [one] { $count } personne est déjà dans le registre : même nom, et même naissance si on la connaît.
   *[other] { $count } personnes sont déjà dans le registre : même nom, et même naissance si on la connaît.
}
import-known-what = Que faire de celles qui sont déjà là
import-known-complete = Compléter ce qui manque
import-known-skip = Les laisser comme elles sont
import-known-add = Les ajouter quand même
import-stays = la fiche dit « { $value } » et le garde
import-right-waits = « { $right } » : à cocher à la main, dans la fiche
import-known-one = déjà là
import-left = { $count ->
    [one] { $count } ne venait plus : « Compléter ce qui manque » la fait revenir.
   *[other] { $count } ne venaient plus : « Compléter ce qui manque » les fait revenir.
}
import-unread = On n’a pas pu lire la feuille { $names } : elle est abîmée, ou trop grande.
import-groups = { $count ->
    [one] Faire aussi le groupe { $names } : tout le monde lit son nom, sans phrase de passe.
   *[other] Faire aussi les groupes { $names } : tout le monde lit leurs noms, sans phrase de passe.
}
import-groups-many = La colonne des groupes a trop de noms différents : aucun groupe ne sera fait.
import-unclear = { $count ->
    [one] { $count } personne porte un nom que plusieurs fiches portent : rien n’est complété. Ajoutez sa naissance au tableau.
   *[other] { $count } personnes portent un nom que plusieurs fiches portent : rien n’est complété. Ajoutez leurs naissances au tableau.
}
import-col-row = Ligne
import-row = Ligne { $row }
import-range = { $from } à { $to } sur { $count }
import-before = Précédents
import-next = Suivants
import-more-rows = { $count ->
    [one] et { $count } autre ligne
   *[other] et { $count } autres lignes
}
import-refused = { $count ->
    [one] { $count } ligne pas prise
   *[other] { $count } lignes pas prises
}
import-refused-hint = Corrigez le tableau, puis importez-le de nouveau : les personnes déjà entrées seront reconnues.
import-refused-no_name = Ni prénom ni nom.
import-refused-bad_date = Ce jour n’existe pas, ou n’est pas entier. Par exemple : 25/05/2011.
import-refused-date_in_future = Cette naissance est dans le futur.
import-refused-too_old = Cette naissance a plus de 120 ans.
import-refused-bad_age = Ce n’est pas un âge.
import-refused-unknown_value = On ne comprend pas ce mot ici.
import-refused-text_too_long = Ce texte est trop long.
import-refused-formula_error = Le calcul de cette case ne donne rien.
import-refused-social_security_number = Un numéro de sécurité sociale : le registre n’en garde jamais.
import-refused-heading = Un titre ou un total, pas une personne.
import-refused-open_quote = Un guillemet s’ouvre et ne se ferme pas : on ne sait pas où finit la case.
import-refused-more_cells = Plus de cases que de titres : un signe qui sépare est dans une case, et la suite a glissé.
import-refused-lost_letter = Une lettre s’est perdue : le fichier a été coupé ou mal enregistré.
import-refused-rounded_number = Le tableur a arrondi ce numéro : il manque des chiffres.
import-refused-not_a_name = Ce n’est pas un nom : écrivez-y un nom, videz la case, ou ne prenez pas la colonne.
import-refused-several_people = Plusieurs personnes dans une case : il faut une ligne pour chacune.
import-refused-ditto = « Comme au-dessus » ne se devine pas : écrivez le mot.
import-refused-above_headings = Cette ligne est au-dessus des titres des colonnes.
import-refused-other_headings = Cette ligne est sous d’autres titres de colonnes que ceux du début : c’est une autre liste. Mettez-la dans un fichier à part.
import-refused-same_row = La même que la ligne { $value }.
import-warning-same_person = Lignes { $first } et { $row } : sans doute la même personne. Si elle est nouvelle, elle aurait deux fiches.
import-warning-forbidden_column = « { $column } » : cette colonne n’est pas lue, le registre ne garde pas cela.
import-warning-mixed_dates = « { $column } » : le jour est écrit d’abord ligne { $day }, le mois ligne { $month }. Relisez les dates ci-dessous.
import-warning-month_first = « { $column } » : la ligne { $row } est écrite avec le mois d’abord, celles qu’on peut lire de deux façons sont lues ainsi. Relisez-les ci-dessous.
import-warning-repeated_heading = « { $column } » est un titre deux fois : une deuxième liste est à côté, elle n’est pas lue. Mettez-la sous la première.
import-warning-swapped_dates = « { $column } » : le tableur a peut-être échangé le jour et le mois. Relisez les dates ci-dessous.
import-warning-assumed_day_first = « { $column } » : on lit le jour, puis le mois.
import-reading-list = On lit le tableau. S’il est très long, cela prend une minute.
import-unread-column = « { $column } »
import-warning-unread = Pas pris dans ce tableau : { $columns }. Pour les prendre, revenez aux colonnes.
import-warning-split_names = « { $column } » : on lit le prénom { $given } et le nom { $family }.
import-warning-judged = Ligne { $row } : il y est question d’autorité parentale, d’un juge ou d’une interdiction. Personne n’y entre comme responsable légal ni pour venir chercher. Cochez-le ensuite à la main, dans la fiche.
import-warning-no_parents = { $told } : ce n’est peut-être pas un parent, et n’entre pas comme responsable légal. Si c’en est un, cochez-le ensuite à la main, dans la fiche.
import-warning-others = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
import-warning-authority = « { $column } » : là où elle dit autre chose que oui, personne n’entre comme responsable légal. Cochez-le ensuite à la main, dans la fiche.
import-warnings-more = { $count ->
    [one] et { $count } autre remarque
   *[other] et { $count } autres remarques
}
import-take = { $count ->
    [0] Rien à importer
    [one] Importer { $count } personne
   *[other] Importer { $count } personnes
}
import-busy = On importe…
import-added = { $count ->
    [0] Personne n’a été ajouté.
    [one] { $count } personne est ajoutée au registre.
   *[other] { $count } personnes sont ajoutées au registre.
}
import-skipped = { $count ->
    [one] { $count } y était déjà : sa fiche n’a pas changé.
   *[other] { $count } y étaient déjà : leurs fiches n’ont pas changé.
}
import-completed = { $count ->
    [one] { $count } fiche est complétée.
   *[other] { $count } fiches sont complétées.
}
import-file-stays = Le tableau est resté où il était, lisible par tous : effacez-le s’il ne sert plus.
import-undo = « Annuler », en haut du registre, remet tout comme avant ce tableau.
import-field-none = Ne pas prendre
import-field-given = Prénom
import-field-family = Nom
import-field-full_name = Prénom et nom ensemble
import-field-birth = Date de naissance
import-field-told_age = Âge
import-field-role = Rôle
import-field-group = Groupe
import-field-phone = Téléphone
import-field-address = Adresse
import-field-commune = Commune
import-field-insurance = Assurance
import-field-sex = Sexe
import-field-occupation = Situation
import-field-qpv = Quartier prioritaire
import-field-qpv_code = Code du quartier
import-field-leaves_alone = Rentre seul
import-field-guardian1_name = Responsable 1 : nom
import-field-guardian1_relation = Responsable 1 : lien
import-field-guardian1_phone = Responsable 1 : téléphone
import-field-guardian2_name = Responsable 2 : nom
import-field-guardian2_relation = Responsable 2 : lien
import-field-guardian2_phone = Responsable 2 : téléphone
import-field-emergency_name = Urgence : nom
import-field-emergency_phone = Urgence : téléphone
import-field-pickup_name = Peut venir chercher : nom
import-field-pickup_phone = Peut venir chercher : téléphone
