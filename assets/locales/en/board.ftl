board-title = Storyboard
board-shots = { $count ->
    [one] { $count } shot
   *[other] { $count } shots
}
board-shots-word = { $count ->
    [one] shot
   *[other] shots
}
board-drawn-word = { $count ->
    [one] drawn
   *[other] drawn
}
board-undo = Undo
board-redo = Redo
board-draw = Draw
board-look = Look at
board-add-shot = Add a shot
board-add-shot-after = Add a shot after
board-add-panel = Add a panel to this shot
board-add-scene = Add a scene
board-add-scene-after = Add a scene after
board-duplicate = Copy right after
board-duplicate-panel = Copy the panel in this shot
board-earlier = Earlier
board-later = Later
board-move-to = Move to…
board-delete = Put in the trash
board-rename = Rename
board-put-back = Put back
board-put-back-this = Put back: { $name }
board-quote = “{ $text }”

board-scenes = Scenes
board-scene = Scene
board-gauge = { $inked ->
    [one] { $inked } shot inked of { $count }
   *[other] { $inked } shots inked of { $count }
}
board-untitled-scene = Untitled scene
scene-subset = { $heading } ({ $subset })
board-heading = Set
board-heading-hint = Hall, building C
board-subset = Part of the set
board-subset-hint = By the letter boxes
board-int-ext = Inside or outside
board-time-of-day = Time of day
board-story-day = Day of the story
board-story-day-hint = Saturday, the next day
board-summary = Summary
board-summary-hint = What happens in this scene?
board-menu-scene = Actions on scene { $number }
board-menu-shot = Shot { $label }
board-menu-panel = Panel { $label }
board-inspector = Details
board-in-this-panel = In panel { $label }
board-previous = Previous panel
board-next = Next panel

board-name-scene = scene { $number }
board-name-shot = shot { $label }
board-name-panel = panel { $label }
board-said-deleted = In the trash: { $name }
board-said-duplicated = Copy ready: { $name }
board-said-moved = In its place: { $name }
board-said-renamed = Done: { $before } becomes { $name }
board-said-at-the-edge = Already at the end.
board-said-undone = Undone: { $what }
board-said-undone-at = Undone ({ $where }): { $what }
board-said-redone = Redone: { $what }
board-said-redone-at = Redone ({ $where }): { $what }
board-said-nothing-to-undo = Nothing to undo.
board-said-nothing-to-redo = Nothing to redo.
board-some-edit = the last step

board-move = Move
board-move-title = Move: { $name }
board-move-what = What do we move?
board-move-whole = The whole shot
board-move-alone = The panel alone
board-move-scene = To which scene?
board-move-shot = To which shot?
board-move-place = To which place?
board-move-first = At the beginning
board-move-after = { $kind ->
    [scene] After scene { $name }
    [shot] After shot { $name }
   *[panel] After panel { $name }
}

board-empty = Nothing on the table
board-empty-more = We start with the easiest shot. The order can change at any time.
board-first-shot = Add the first shot

board-keys = Storyboard
board-key-arrows = Go from panel to panel
board-key-ends = First or last panel of the scene (of the film with Ctrl)
board-key-draw = Draw the panel
board-key-panel = Add a panel to this shot
board-key-shot = Add a shot
board-key-delete = Put in the trash
board-key-rename = Write the heading or the action
board-key-duplicate = Copy right after
board-key-move = Move by one place
board-key-move-scene = Go to the neighbouring scene
board-key-move-to = Move to…
board-key-undo = Undo
board-key-redo = Redo

key-enter = Enter
key-delete = Del
key-shift = Shift + { $key }
key-ctrl = Ctrl + { $key }
key-alt = Alt + { $key }

fields-more = More…
fields-more-of = More choices: { $field }
fields-none = Not chosen
fields-point-for-meaning = A word you don’t know? Point at it to find out.
fields-action = Action
fields-action-hint = What do we see?
fields-dialogue = Dialogue
fields-dialogue-hint = Nobody speaks
fields-duration = Duration
fields-panel-duration = Duration of the panel
fields-estimate = Expected duration
fields-setup = Shooting time
fields-characters = Characters
fields-characters-hint = Nour, Idriss
fields-lens = Lens
fields-lens-hint = 35 mm
fields-notes = Notes
fields-notes-hint = What we must not forget
fields-fold-set = Shooting
fields-fold-frame = Side and shot type
fields-fold-camera = Camera
