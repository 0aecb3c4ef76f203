shots-title = Shot list
shots-screen-word = on screen
shots-shooting-word = of shooting
shots-on-screen = { $time } on screen
shots-shooting = shooting
shots-label = No.
shots-thumb = Picture
shots-size = Size
shots-description = Description
shots-setup = Shooting
shots-columns = Columns
shots-all-fields = All about this shot
shots-whole = Shot { $label }
shots-on-board = See it on the storyboard
shots-done = Done
shots-not-a-time = A time, such as 4.5 or 1:10
shots-time-not-kept = “{ $text }” is not a possible duration. { $kept } stays.
shots-duration-of-panels = This shot has { $count } panels: its duration is the sum of theirs.
shots-see-panels = See the panels
shots-omitted-fixed = Shot { $label } is omitted: put it back before changing it.

shots-we-have = We have
shots-start = Start
shots-fit = { $count ->
    [0] No shot fits.
    [one] { $count } shot fits.
   *[other] { $count } shots fit.
}
shots-wait = { $count ->
    [one] { $count } shot will wait: { $names }.
   *[other] { $count } shots will wait: { $names }.
}
shots-wait-more = Will wait: { $names } and { $more } more shots.
shots-time-left = { $time } will be left.
shots-untimed = { $count ->
    [one] { $count } shot has no shooting time yet.
   *[other] { $count } shots have no shooting time yet.
}

shots-empty = No shot yet
shots-empty-more = Here we write the list of what we will shoot: one line for each shot.

shots-keys = Shot list
shots-key-arrows = Go from cell to cell
shots-key-ends = Beginning or end of the line (of the table with Ctrl)
shots-key-change = Change the cell (or simply write)
shots-key-clear = Empty the cell
shots-key-add = Add a shot after
shots-key-move = Move the shot by one line
shots-key-move-to = Move to… (where nothing is written)
