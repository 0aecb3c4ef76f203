# Who draws: a chosen name, a shape, a colour. Nothing else about anyone.

faces-title = Who draws?
faces-draws = holds the pencil
faces-why = Each stroke keeps the sticker of whoever drew it. “Undo” only takes back their own strokes.
faces-nobody = Nobody
faces-add = Add a name
faces-change = Change the name or the sticker
faces-remove = Remove
faces-more = { $name }: change or remove
faces-removed = { $name } is no longer in the list. Their strokes stay.
faces-name = First name or nickname
faces-name-hint = The one they chose. No family name.
faces-name-missing = A name is missing.
faces-shape = Shape
faces-colour = Colour
faces-taken = { $colour }, already { $name }’s
faces-cancel = Back
faces-keep = Keep
faces-draw-as = Take the pencil
