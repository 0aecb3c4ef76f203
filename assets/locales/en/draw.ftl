# Drawing a panel.

draw-tools = Tools
draw-gear-pencil = Pencil
draw-gear-brush = Brush
draw-gear-pen = Pen
draw-gear-eraser = Eraser
draw-gear-arrow = Arrow
draw-gear-text = Text
draw-undo = Undo
draw-redo = Redo

draw-strokes = Strokes, colours, guides
draw-size = Thickness
draw-size-fine = Fine
draw-size-medium = Medium
draw-size-thick = Thick
draw-colour = Colour
draw-colour-ink = Black
draw-colour-blue = Pencil blue
draw-colour-film = The film’s ink
draw-colour-film_pale = Pale ink
draw-colour-grey = Grey
draw-colour-grey_light = Light grey
draw-erase-whole = Whole line
draw-erase-part = A bit
draw-onion = See { $label }
draw-onion-none = None before
draw-guides = Thirds

draw-zoom = Zoom
draw-zoom-in = Zoom in
draw-zoom-out = Zoom out
draw-zoom-percent = { $percent }%
draw-zoom-whole = { $percent }%. See the whole sheet again

draw-picture = Picture
draw-picture-alt = Picture behind the drawing
draw-picture-other = Choose a picture
draw-picture-remove = Remove the picture

draw-finish = Drawing done
draw-finish-empty = Empty panel
draw-finished = Drawing done
draw-finished-said = Drawing done. The pencil fades.
draw-unfinished-said = The drawing goes on.

draw-strip = The film’s panels
draw-strip-panel = { $label }, { $look }
draw-before = Before
draw-after = After

draw-paper = Sheet of { $label }
draw-paper-how = Arrows move the point, with Shift more finely. Space puts the pencil down, Space again lifts it. Enter takes the arrow keys, Escape gives them back.
draw-stroke-saved = Stroke saved
draw-panel-gone = This panel is no longer on the storyboard. If someone deleted it, it is in the trash.
draw-undo-waits = The last strokes are waiting to be saved. We will undo after that.

draw-mark-arrow = Arrow
draw-mark-text = Text: { $text }
draw-grip-tail = Tail of the arrow
draw-grip-bend = Curve of the arrow
draw-grip-head = Head of the arrow
draw-mark-remove = Remove
draw-text-write = Write on the drawing

draw-unsent = { $count ->
    [one] One drawing edit is not in the file yet.
   *[other] { $count } drawing edits are not in the file yet.
  }
draw-unsent-wait = Nothing is lost: they are kept here and tried again.
draw-unsent-refused = They are kept here. The file refuses them:
draw-unsent-drop = Give these edits up
draw-not-read = This drawing could not be read.

keys-draw = Drawing
key-draw-thinner = Thinner line
key-draw-thicker = Thicker line
key-draw-before = Panel before
key-draw-after = Panel after
key-draw-onion = See the panel before
key-draw-whole = The whole sheet
key-draw-remove-mark = Remove the arrow or text
key-draw-pen = Put the pencil down or lift it, on the sheet
key-draw-leave = Back to the storyboard
