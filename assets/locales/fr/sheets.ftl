# Les séances, la feuille de présence, le cadre où l’on signe. La feuille parle aux formateurs (« vous »), le cadre à une
# personne (« tu »), l’accueil au groupe (« on »).

rail-season = Saison
rail-home = Accueil
rail-sheets = Présences
rail-register = Registre

hour-plain = { $hours } h
hour-minutes = { $hours } h { $minutes }
hour-span = { $start } à { $end }
hour-outside-late = À partir de { $start }, avant { $end }.
hour-outside-left = Après { $start }, au plus tard { $end }.
hour-wrong = Une heure s’écrit comme 17:30.
half-morning = Matin
half-afternoon = Après-midi
half-evening = Soir
half-in-morning = le matin
half-in-afternoon = l’après-midi
half-in-evening = le soir

# L’accueil
home-no-session = Pas de séance aujourd’hui.
home-next = La prochaine : { $title }, { $day }, { $hour }
home-keep-register = Tenir un registre de présence
home-no-film = Pas encore de film
home-no-film-hint = On en commence un quand on veut.

# Les séances
sheets-count = { $count ->
    [0] aucune séance
    [one] { $count } séance
   *[other] { $count } séances
}
sheets-all = Toutes les séances
session-closed = Feuille close
sheets-deleted = { $count ->
    [one] { $count } séance supprimée
   *[other] { $count } séances supprimées
}
sheets-part = Quelles séances
sheets-part-coming = À venir
sheets-part-past = Passées
sheets-today = Aujourd’hui
sheets-none = Pas encore de séance
sheets-none-hint = Préparez la première : un jour, des heures. Sa feuille de présence se fait toute seule.
sheets-no-register = Pas encore de registre
sheets-no-register-hint = Pour savoir qui est là et le prouver, il faut un registre. Il est fermé par une phrase de passe.
session-kind-workshop = Atelier
session-kind-shooting = Tournage
session-kind-intensive = Stage
session-kind-training = Formation
session-kind-screening = Projection
session-kind-forum = Forum
session-kind-meeting = Réunion
session-menu = Que faire de « { $title } »
session-sign = Faire signer
session-sign-arrival = Faire signer l’arrivée
session-see-sheet = Voir la feuille
session-prepare = Préparer une séance
session-make = Préparer la séance
session-change = Changer la séance
session-change-title = La séance
session-keep = Garder
session-kept = La séance est changée.
session-delete = Supprimer la séance
session-deleted = Supprimée : { $title }
session-missing = Cette séance n’est plus là
session-missing-hint = Elle a peut-être été supprimée. Les autres sont dans la liste.
session-title = Titre
session-title-hint = Un nom ou un numéro, si vous voulez.
session-date = Jour
session-date-wrong = Il faut un jour qui existe.
session-kind = Ce qu’on y fait
session-halves = Quand
session-hours-noted = { $count ->
    [one] { $count } présence est déjà notée ({ $half }) : elle vaudra pour les nouvelles heures. Dites-le à qui a signé.
   *[other] { $count } présences sont déjà notées ({ $half }) : elles vaudront pour les nouvelles heures. Dites-le à ceux qui ont signé.
}
session-halves-none = Il faut au moins un moment de la journée.
session-halves-overlap = Une demi-journée commence avant la fin de celle d’avant.
session-halves-wrong = Chaque moment commence avant de finir. Celui qui passe minuit finit à 23 h 59.
session-from = { $half }, de
session-to = { $half }, jusqu’à
session-to-short = à
session-place = Lieu
session-place-none = Pas de lieu
session-place-new = Un nouveau lieu…
session-place-name = Nom du lieu
session-place-address = Adresse
session-place-capacity = Places
session-place-missing = Un lieu a besoin d’un nom.
session-capacity-wrong = Un nombre entier, par exemple 25.
session-place-change = Changer ce lieu
session-group = Groupe
session-group-none = Tout le monde
session-group-new = Un nouveau groupe…
session-group-name = Nom du groupe
group-delete = Supprimer ce groupe
group-delete-why = Le groupe disparaît de toutes les fiches, et ses séances deviennent pour tout le monde. Les personnes et les feuilles restent. Cela ne s’annule pas.
group-delete-sure = Supprimer pour toujours
group-delete-keep = Garder le groupe
session-group-change = Renommer ce groupe
session-group-missing = Un groupe a besoin d’un nom.
session-group-hint = Ses personnes sont sur la feuille dès le début. On peut en ajouter.
session-films = Films travaillés

# La feuille
sheet-half = Moment de la journée
sheet-hand-over = Tendre l’ordinateur
sheet-names = Prénom et nom
sheet-trainers = Formateurs
sheet-no-trainer = Aucun formateur sur la feuille.
sheet-nobody = Personne encore.
sheet-gone = effacé du registre
sheet-empty = La feuille est vide
sheet-empty-hint = Ajoutez les personnes attendues, et au moins un formateur.
sheet-half-done = Plus personne à faire signer
sheet-half-done-hint = Une case se change encore par son menu. Quand tout est juste, on clôt la feuille.
sheet-half-done-next = Une case se change encore par son menu. La feuille se clôt à la fin, quand tout est signé.
sheet-half-due =
    Il est { $time } : c’est { $half ->
        [afternoon] l’après-midi
        [evening] le soir
       *[other] le matin
    }.
sheet-half-go =
    { $half ->
        [afternoon] Passer à l’après-midi
        [evening] Passer au soir
       *[other] Passer au matin
    }
sheet-half-next =
    { $half ->
        [afternoon] Faire signer l’après-midi
        [evening] Faire signer le soir
       *[other] Faire signer le matin
    }
sheet-close-before-end = La séance finit à { $time }. Une fois la feuille close, plus personne ne pourra signer.
sheet-signature-of = Signature : { $name }
sheet-count = { $present } sur { $expected }
sheet-films = Films : { $films }
sheet-add = Ajouter une personne
sheet-add-short = Ajouter
sheet-add-this = Ajouter { $name }
sheet-on-it = Sur la feuille
sheet-find = Chercher un nom
sheet-find-hint = Les accents ne comptent pas.
sheet-find-none = Aucun nom ne ressemble à cela.
sheet-find-empty = Le registre n’a encore personne.
sheet-new-person = Quelqu’un de nouveau
sheet-new-group = Vient aussi aux séances du groupe « { $group } »
sheet-new-added = { $name } est au registre et sur la feuille.
sheet-person-menu = Que faire : { $name }
sheet-open-person = Voir sa fiche
sheet-take-off = Enlever de la feuille
sheet-taken-off = { $name } n’est plus sur la feuille.
sheet-open-register = Ouvrir le registre
sheet-sealed = registre scellé
sheet-sealed-hint = Les noms et les signatures sont sous scellé. La phrase de passe des formateurs les montre.
sheet-close = Clore la feuille
sheet-close-hint = Une fois close, la feuille ne change plus. On peut seulement corriger une case, avec la raison, et les deux restent écrites.
sheet-close-by = Qui la clôt
sheet-close-leave = Pas encore
sheet-close-unsigned = { $count ->
    [one] { $count } case est encore vide. Elle le restera.
   *[other] { $count } cases sont encore vides. Elles le resteront.
}
sheet-close-noted = { $count ->
    [one] { $count } arrivée ou départ noté n’est pas signé.
   *[other] { $count } arrivées ou départs notés ne sont pas signés.
}
sheet-close-no-trainer = Il faut un formateur sur la feuille pour la clore.
sheet-close-not-signed = Un formateur signe d’abord, au moins une fois.
sheet-close-unled = Aucun formateur n’a signé : { $halves }. Qui répond du groupe signe chaque demi-journée.
sheet-over = Feuille détruite
sheet-over-why = Le temps où elle servait de preuve est fini. Les noms, les signatures et les photos sont partis.
sheet-over-people = { $count ->
    [0] Aucun participant n’était là.
    [one] { $count } participant était là.
   *[other] { $count } participants étaient là.
}
sheet-over-hours = En tout { $time } de présence.
sheet-closed-said = La feuille est close.
sheet-closed = Feuille close
sheet-closed-by = { $when }, par { $name }.
sheet-closed-number = Empreinte
sheet-closed-hint = Ces signes viennent de la feuille telle qu’elle a été close : si quelque chose y changeait, ils changeraient aussi. Les corrections et les photos d’après s’y ajoutent.
sheet-corrections = Corrections
sheet-corrections-count = { $count ->
    [0] aucune
    [one] { $count } correction
   *[other] { $count } corrections
}
sheet-corrections-none = Rien n’a été corrigé.
sheet-correction = { $half } : { $was } → { $state }
sheet-correction-by = { $when }, { $name }

# Une case
cell-expected = À signer
cell-present = Présence sans signature
cell-there = Présence
cell-absent = Absence
cell-excused = Absence excusée
cell-not_expected = Pas prévu
cell-unsigned = Rien de noté
cell-lost = Signature abîmée
cell-signing = En train de signer
cell-sign = Signer
cell-sign-for = Signer : { $name }, { $half }
cell-menu = Changer : { $name }, { $half }
cell-reopen = Remettre à signer
cell-late = arrivée à { $time }
cell-left = départ à { $time }
cell-corrected = d’abord : { $was }
cell-was-nothing = rien de noté
cell-was-forgotten = pas sur la feuille close
cell-late-ask = En retard…
cell-late-title = En retard
cell-late-label = Heure d’arrivée, { $name }, { $half }
cell-left-ask = Parti avant la fin…
cell-left-title = Parti avant la fin
cell-left-label = Heure de départ, { $name }, { $half }
cell-time-keep = Garder l’heure
cell-time-none = Enlever l’heure
cell-erase = Effacer la signature
cell-erase-hint = { $name }, { $half } : « Annuler » remet la signature tant que le registre est ouvert. Ensuite, il faudra signer de nouveau.
cell-keep-signature = La garder
cell-correct = Corriger…
cell-correct-title = Corriger la feuille
cell-correct-hint = { $name }, { $half }. Ce qui était écrit reste, la correction s’ajoute.
cell-correct-state = Ce qui est vrai
cell-correct-same = C’est déjà ce que dit la case : choisissez ce qui est vrai, ou changez une heure.
cell-correct-reason = Raison
cell-correct-reason-hint = Par exemple : signé au mauvais endroit.
cell-correct-missing = Une correction a besoin d’une raison.
cell-correct-by = Qui corrige
sheet-forgotten = Une personne oubliée
sheet-forgotten-hint = La feuille close ne change pas : la personne s’y ajoute par une correction, avec la raison.
sheet-forgotten-who = Qui était là aussi
sheet-forgotten-choose = Choisir dans le registre
cell-correct-late = Arrivée plus tard
cell-correct-left = Départ plus tôt
cell-correct-hours-hint = Vide : du début à la fin.
cell-correct-nobody = Il faut un formateur au registre pour corriger une feuille.
cell-correct-keep = Ajouter la correction

# Ce qui mérite un regard avant de clore
warning-others = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
warning-all = Tous les noms
warning-fewer = Moins de noms
warning-chain_signing = { $names } : signatures données à quelques secondes l’une de l’autre.
warning-one_go = { $names } : plusieurs demi-journées signées d’un coup.
warning-same_drawing = { $names } : la même signature, trait pour trait.
warning-signed_early = { $names } : signature bien avant le début, { $when }.
warning-signed_late = { $names } : signature bien après la fin, { $when }.
warning-trainer_twice = { $names } : aussi sur la feuille de « { $other } », { $when }.
warning-public_holiday = C’est un jour férié : { $other }.
warning-over_capacity = { $names } personnes pour { $other } places, { $when }.
warning-no_trainer = Aucun formateur n’est sur la feuille.
warning-other_hours = { $names } : signature pour { $other }, { $when }. Les heures ont changé depuis.
warning-changed = Quelque chose a changé après la clôture : l’empreinte ne correspond plus.
holiday-new_year = le jour de l’an
holiday-easter_monday = le lundi de Pâques
holiday-labour = le 1er mai
holiday-victory = le 8 mai
holiday-ascension = l’Ascension
holiday-whit_monday = le lundi de Pentecôte
holiday-bastille = le 14 juillet
holiday-assumption = l’Assomption
holiday-all_saints = la Toussaint
holiday-armistice = le 11 novembre
holiday-christmas = Noël

# Le cadre où l’on signe
pad-title = À toi de signer
pad-empty = Cadre de signature vide : { $name }
pad-drawn = Cadre signé : { $name }
pad-sign-here = { $name }, signe ici
pad-sign-here-trainer = { $name }, signez ici
pad-half = { $day } { $half }, { $hours }
pad-when = { $day }, { $half }, { $hours }
pad-sign = Signe ici, avec le doigt ou la souris.
pad-sign-trainer = Signez ici, avec le doigt ou la souris.
pad-clear = Effacer
pad-sign-now = Je signe
pad-private = Tu signes pour toi. Personne ne voit les autres noms, et ta signature ne quitte pas le registre.
pad-private-trainer = Vous signez pour vous. Personne ne voit les autres noms, et votre signature ne quitte pas le registre.
pad-sealed = Ta signature part dans le registre scellé. Elle ne s’affiche pas sur les téléphones et personne ne peut la copier.
pad-sealed-trainer = Votre signature part dans le registre scellé. Elle ne s’affiche pas sur les téléphones et personne ne peut la copier.
pad-pass = Passe l’ordinateur à { $name }
pad-thanks = C’est signé, merci { $name } !
pad-not-listed = Ton prénom ne vient jamais ? Rends l’ordinateur : un formateur t’ajoute.
pad-am = Je suis { $name }
pad-not-here = Pas là
pad-all-signed = Tout le monde a signé
pad-left = { $count ->
    [one] Il reste { $count } prénom
   *[other] Il reste { $count } prénoms
}
pad-bring-back = On rend l’ordinateur aux formateurs.
pad-ask-again = Montrer ceux qui restent
pad-give-back = Rendre l’ordinateur
pad-go-on = Continuer à signer
pad-to-sheet = Ouvrir le registre
pad-to-sheet-hint = Avec la phrase de passe, vous revenez à la feuille.
pad-to-workshop = Rester en atelier
pad-to-workshop-hint = Le registre reste scellé. Les signatures sont gardées.

pad-key-undo = Reprendre le dernier trait

# La feuille sur papier
sheet-paper = Feuille d’émargement
sheet-paper-signed = La feuille telle qu’elle est (PDF)
sheet-paper-blank = Une feuille à signer au stylo (PDF)
sheet-scan-add = Ajouter une photo ou un scan de la feuille
sheet-scan-more = Ajouter une photo ou un scan
sheet-scan-added =
    { $pages ->
        [one] La photo est gardée avec la feuille.
       *[other] { $pages } pages sont gardées avec la feuille.
    }
sheet-scan-known = Cette photo est déjà avec la feuille.
sheet-scan-remove = Enlever cette photo
sheet-scan-removed = La photo est enlevée.
sheet-scan-frozen = Gardée avec la feuille close
sheet-scans = Photos de la feuille
sheet-scan-of = Photo ajoutée : { $when }
sheet-scan-lost = La photo n’est pas venue.
sheet-scan-zoom = Agrandir
sheet-scan-whole = Voir toute la photo
sheet-scan-before = Avant
sheet-scan-after = Après
sheet-scan-at = { $at } sur { $count }
sheet-fill = Ajouter le groupe
sheet-group-missing = { $count ->
    [one] { $count } personne du groupe n’est pas sur la feuille.
   *[other] { $count } personnes du groupe ne sont pas sur la feuille.
}
sheet-filled = { $count ->
    [0] Tout le groupe est déjà sur la feuille.
    [one] { $count } personne du groupe est ajoutée.
   *[other] { $count } personnes du groupe sont ajoutées.
}
sheets-month = Le mois en PDF
sheets-month-of = Le mois en PDF : { $month }
session-group-changed = Les personnes de ce groupe seront ajoutées à la feuille. Celles du groupe d’avant la quittent, si rien n’y est noté d’elles.
session-trainers-none = Personne n’a le rôle « Formateur » dans le registre.
session-trainer-new = Inscrire un formateur
