trash-title = Corbeille et retrouvés
trash-trash = Corbeille
trash-trash-empty = Rien à la corbeille.
trash-lost = Retrouvés
trash-lost-more = Quelqu’un y travaillait pendant que le reste partait à la corbeille. On choisit où les remettre.
trash-count = { $count ->
    [one] { $count } chose
   *[other] { $count } choses
}
trash-empty = Rien n’est perdu
trash-empty-more = Ce qu’on met à la corbeille attend ici, on peut toujours le remettre.
trash-kind-scene = Scène
trash-kind-shot = Plan
trash-kind-panel = Case
trash-kind-mark = Flèche ou texte
trash-when = { $moment }
trash-with = avec { $what }
trash-shots = { $count ->
    [one] { $count } plan
   *[other] { $count } plans
}
trash-panels = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
trash-place = Choisir où
trash-place-title = Où le remettre ?
trash-no-scene = Il faut d’abord une scène.
trash-no-shot = Cette scène n’a pas encore de plan.
trash-restored = C’est remis à sa place.
trash-see = Voir
