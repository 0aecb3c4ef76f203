# Papers: what is printed, and tables for a spreadsheet.
paper-storyboard = Storyboard
paper-shot-list = Shot list
paper-untitled = Untitled film
paper-no-heading = Set to be named
paper-subset = { $set } ({ $subset })
paper-int-ext-INT = INT.
paper-int-ext-EXT = EXT.
paper-int-ext-INT_EXT = INT./EXT.
paper-page = Page
paper-of = of
paper-notes = Notes
paper-to-draw = To draw
paper-omitted = Shot omitted, number kept.
paper-omitted-scene = Scene omitted, number kept.
paper-of-panel = { $panel }: { $words }
paper-more = more in the shot list
paper-more-table = continued in the table
paper-continued = continued
paper-nothing-yet = No shot here yet. The first is added in the storyboard.
paper-drawn-by = Drawn by
paper-foot = Drawn by { $names }
paper-light = Light: { $light }
paper-alt = { $name }. { $state }.
paper-alt-action = { $name }. { $action } { $state }.
paper-scenes = { $count ->
    [one] { $count } scene
   *[other] { $count } scenes
}
paper-shots = { $count ->
    [one] { $count } shot
   *[other] { $count } shots
}
paper-decimal = .
paper-seconds = { $seconds } s
paper-minutes = { $minutes } min
paper-minutes-seconds = { $minutes } min { $seconds }
paper-hours = { $hours } h { $minutes }
paper-moment = { $day } { $month } { $year }, { $hours }:{ $minutes }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

paper-col-label = No.
paper-col-drawing = Drawing
paper-col-size = Size
paper-col-angle = Angle
paper-col-movement = Movement
paper-col-support = Support
paper-col-sound = Sound
paper-col-words = Action and dialogue
paper-col-characters = On screen
paper-col-duration = Length
paper-col-good = Good
paper-legend-solid = drawing inked
paper-legend-outline = in pencil or to draw
paper-legend-tick = tick when a take is kept

table-scene = Scene
table-heading = Set
table-int-ext = Int./Ext.
table-time = Time of day
table-shot = Shot
table-drawing = Drawing
table-size = Size
table-type = Type
table-angle = Angle
table-side = Side
table-movement = Movement
table-support = Support
table-lens = Lens
table-light = Light
table-sound = Sound
table-characters = Characters
table-action = Action
table-dialogue = Dialogue
table-notes = Notes
table-duration = Length (min:s)
table-setup = Shooting (h:min)
table-panels = Panels
table-status = Status

export-name-storyboard = { $title }, storyboard
export-name-shot-list = { $title }, shot list
