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
paper-hours = { $hours } h { $minutes }
paper-moment = { $day } { $month } { $year }, { $hours } h { $minutes }
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
