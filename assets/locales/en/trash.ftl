trash-title = Trash and found
trash-trash = Trash
trash-trash-empty = Nothing in the trash.
trash-lost = Found again
trash-lost-more = Someone was working on these while the rest went to the trash. We choose where to put them back.
trash-count = { $count ->
    [one] { $count } thing
   *[other] { $count } things
}
trash-empty = Nothing is lost
trash-empty-more = What we put in the trash waits here and can always be put back.
trash-kind-scene = Scene
trash-kind-shot = Shot
trash-kind-panel = Panel
trash-kind-mark = Arrow or text
trash-when = { $moment }
trash-with = with { $what }
trash-shots = { $count ->
    [one] { $count } shot
   *[other] { $count } shots
}
trash-panels = { $count ->
    [one] { $count } panel
   *[other] { $count } panels
}
trash-place = Choose where
trash-place-title = Where should it go?
trash-no-scene = A scene is needed first.
trash-no-shot = This scene has no shot yet.
trash-restored = It is back in its place.
trash-see = See it
