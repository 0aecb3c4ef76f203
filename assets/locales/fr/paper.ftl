# Les papiers : ce qu’on imprime, et les tableaux pour un tableur.
paper-storyboard = Storyboard
paper-shot-list = Découpage
paper-untitled = Film sans titre
paper-no-heading = Décor à nommer
paper-subset = { $set } ({ $subset })
paper-int-ext-INT = INT.
paper-int-ext-EXT = EXT.
paper-int-ext-INT_EXT = INT./EXT.
paper-page = Page
paper-of = sur
paper-notes = Notes
paper-to-draw = À dessiner
paper-omitted = Plan omis, numéro gardé.
paper-omitted-scene = Scène omise, numéro gardé.
paper-of-panel = { $panel } : { $words }
paper-more = suite au découpage
paper-more-table = suite au tableau
paper-continued = suite
paper-nothing-yet = Pas encore de plan ici. Le premier s’ajoute dans le storyboard.
paper-drawn-by = Dessiné par
paper-foot = Dessiné par { $names }
paper-light = Lumière : { $light }
paper-alt = { $name }. { $state }.
paper-alt-action = { $name }. { $action } { $state }.
paper-scenes = { $count ->
    [one] { $count } scène
   *[other] { $count } scènes
}
paper-shots = { $count ->
    [one] { $count } plan
   *[other] { $count } plans
}
paper-decimal = ,
paper-seconds = { $seconds } s
paper-minutes = { $minutes } min
paper-minutes-seconds = { $minutes } min { $seconds }
paper-hours = { $hours } h { $minutes }
paper-moment = { $day } { $month } { $year }, { $hours } h { $minutes }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

paper-col-label = N°
paper-col-drawing = Dessin
paper-col-size = Valeur
paper-col-angle = Angle
paper-col-movement = Mouvement
paper-col-support = Support
paper-col-sound = Son
paper-col-words = Action et dialogue
paper-col-characters = À l’image
paper-col-duration = Durée
paper-col-good = Bon
paper-legend-solid = dessin encré
paper-legend-outline = au crayon ou à dessiner
paper-legend-tick = à cocher quand on garde une prise

table-scene = Scène
table-heading = Décor
table-int-ext = Effet
table-time = Moment
table-shot = Plan
table-drawing = Dessin
table-size = Valeur
table-type = Type
table-angle = Angle
table-side = Côté
table-movement = Mouvement
table-support = Support
table-lens = Objectif
table-light = Lumière
table-sound = Son
table-characters = Personnages
table-action = Action
table-dialogue = Dialogue
table-notes = Notes
table-duration = Durée (min:s)
table-setup = Tournage (h:min)
table-panels = Cases
table-status = Statut

export-name-storyboard = { $title }, storyboard
export-name-shot-list = { $title }, découpage

# La feuille d’émargement
paper-lasting = { $hours } h { $minutes }
paper-lasting-hours = { $hours } h
paper-attendance = Feuille d’émargement
paper-attendance-action = Action
paper-attendance-kind = Type
paper-attendance-place = Lieu
paper-attendance-dates = Dates
paper-attendance-lasting = { $dates }, { $time } en tout
paper-attendance-group = Groupe
paper-attendance-films = Films
paper-attendance-nothing = rien de noté
paper-attendance-lost = signé { $time }, signature abîmée
paper-attendance-put-right = corrigé : { $state }
paper-attendance-hours = Horaires
paper-attendance-name = Prénom et nom
paper-attendance-trainers = Formateurs
paper-attendance-each = Chacun signe chaque demi-journée qu’il a faite, sur chaque page.
paper-attendance-present = présence
paper-attendance-absent = absence
paper-attendance-excused = absence excusée
paper-attendance-unexpected = non prévu
paper-attendance-ticked = « présence » : notée sans signature
paper-attendance-corrected = corrigé, voir à la fin
paper-attendance-law = { $count ->
    [one] On signe à chaque demi-journée, jamais d’avance ni après coup. Feuille gardée { $count } an.
   *[other] On signe à chaque demi-journée, jamais d’avance ni après coup. Feuille gardée { $count } ans.
}
paper-attendance-late = arrivée { $time }
paper-attendance-left = départ { $time }
paper-attendance-state = État
paper-attendance-hours-changed = Heures changées
paper-attestation-signed-for = { $there } (signé pour { $hours })
paper-attendance-noted = { $label } : { $said }
paper-attendance-signed-for = { $half }, signé pour { $hours } : { $names }
paper-attendance-list = Séances
paper-attendance-one-closed = Feuille close le { $when } par { $by }, empreinte { $hash }
paper-attendance-one-over = { $date } · { $title }. Feuille détruite, son temps est fini. Participants : { $people }, en tout { $time }.
paper-attendance-one-open = Feuille pas encore close.
paper-attendance-scan = Feuille papier, image { $number } sur { $of }, jointe le { $added }
paper-attendance-scan-later = Feuille papier, image { $number } sur { $of }, jointe le { $added }, après la clôture : l’empreinte n’en dit rien
paper-attendance-scan-lost = Feuille papier jointe, image { $number } sur { $of } : elle ne s’ouvre pas
paper-attendance-corrections = Corrections
paper-attendance-forgotten = pas sur la feuille close
paper-attendance-correction = { $name }, { $half } : { $was } → { $state }. { $reason } ({ $when }, { $by })
paper-attendance-closed = Feuille close
paper-attendance-by = Par
paper-attendance-hash = Empreinte
paper-attendance-hash-changed = Attention : quelque chose a changé sur cette feuille après la clôture, l’empreinte ne correspond plus.
paper-attendance-hash-why = Ces signes viennent de la feuille telle qu’elle a été close : si quelque chose y changeait, ils changeraient aussi. Les corrections et les photos d’après s’y ajoutent.
paper-signature-of = Signature de

# La feuille de secours
paper-recovery = Code de secours
paper-recovery-made = Fait le { $date }
paper-recovery-sheet = Feuille { $sheet } · annule les feuilles d’avant
paper-recovery-first = Feuille { $sheet }
paper-recovery-opens = Cette feuille ouvre le registre de l’équipe. Gardez-la dans un tiroir fermé.
paper-recovery-group = Groupe
paper-recovery-signs = Vingt-quatre signes. Jamais de O ni de I : un rond est toujours un zéro, une barre est toujours un 1. Majuscules et minuscules se valent.
paper-recovery-file = Ouvre le registre du fichier
paper-recovery-when = Quand on en a besoin
paper-recovery-step-1 = L’ordinateur est perdu, volé ou cassé, ou plus personne ne connaît la phrase de passe.
paper-recovery-step-2 = Ouvrez Quartier Libre, sur un autre ordinateur s’il le faut, avec ce fichier ou une de ses sauvegardes. Cette feuille sans le fichier n’ouvre rien.
paper-recovery-step-3 = Choisissez « Ouvrir le registre ».
paper-recovery-step-4 = Sous « Code de secours », tapez les six groupes.
paper-recovery-step-5 = Choisissez une nouvelle phrase, faites une nouvelle feuille et imprimez-la. Détruisez celle-ci.
paper-recovery-who = Qui la garde
paper-recovery-name = Nom
paper-recovery-drawer = Lieu du tiroir
paper-recovery-checked = Vérifiée le
paper-recovery-never = Ne la photographiez pas, ne l’envoyez pas.
paper-recovery-never-more = Une photo part vite dans un nuage. Deux feuilles dans deux tiroirs valent mieux qu’une. Personne ne pourra refaire ce code à votre place, pas même nous.

# Un relevé : copie des données d’une personne, registre des traitements, attestation
paper-record-place = Fait à
paper-record-date = Le
paper-record-signature = Signature
