// Generated from the api's types; a test refuses a difference. Do not edit.

export type AddDemo = Record<symbol, never>;

export type AddFace = { name: string, shape: Shape, colour: FaceColour, };

export type AddFilm = { title: string, ink?: FilmInk, pattern?: Pattern, ratio?: Ratio, };

export type AddMark = { drawing: Id, kind: MarkKind, x0: number, y0: number, x1?: number, y1?: number, bend?: number, colour: Colour, size: number, text?: string, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type AddPanel = { shot: Id, after?: Id | null, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type AddScene = { film: Id, heading?: string, after?: Id | null, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type AddShot = { scene: Id, after?: Id | null, with_panel?: boolean, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type AddStroke = { panel?: Id, drawing?: Id, id?: Id, 
/**
 * Base64 of ink.
 */
ink: string, layer?: Layer, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type Added = { id: Id, };

export type AddedDemo = { film: Id, 
/**
 * It was there before.
 */
already: boolean, };

export type AddedPanel = { id: Id, drawing: Id, };

export type AddedShot = { id: Id, panel: Id | null, };

export type AddedStroke = { id: Id, };

export type Angle = "eye" | "high" | "low" | "overhead" | "nadir" | "dutch";

export type ApiError = { 
/**
 * For programs.
 */
code: ErrorCode, 
/**
 * What happened, and what is safe; in the chosen language.
 */
message: string, 
/**
 * What to do next.
 */
hint: string, };

export type ArchiveFilm = { film: Id, };

export type Backup = { name: string, path: string, made_at: number, size: number, good: boolean, };

export type BackupList = { backups: Array<Backup>, free_bytes: number, workspace_bytes: number, };

export type CancelExport = { job: string, };

export type Changes = { 
/**
 * Written films.
 */
films: Array<Film>, 
/**
 * Written scenes.
 */
scenes: Array<Scene>, 
/**
 * Written shots.
 */
shots: Array<Shot>, 
/**
 * Written panels.
 */
panels: Array<Panel>, 
/**
 * Written drawings.
 */
drawings: Array<Drawing>, 
/**
 * Written strokes.
 */
strokes: Array<Stroke>, 
/**
 * Written marks.
 */
marks: Array<Mark>, 
/**
 * Written faces.
 */
faces: Array<Face>, 
/**
 * Rows that are no more, of any kind, strokes too.
 */
deleted: Array<Id>, };

export type Check = { 
/**
 * Write all rows again from the documents first.
 */
rebuild?: boolean, };

export type CheckProblem = { code: string, where: string, };

export type CheckReply = { ok: boolean, problems: Array<CheckProblem>, };

export type ChoosePath = { purpose: Purpose, 
/**
 * For an export: of which film, and what.
 */
export?: ExportTarget, };

export type ChosenPath = { path: string | null, 
/**
 * The name that was offered, for those who type a path.
 */
name: string | null, };

export type Colour = "ink" | "blue" | "film" | "film_pale" | "grey" | "grey_light";

export type CutRange = { stroke: Id, from: number, to: number, };

export type CutStrokes = { drawing: Id, cuts: Array<CutRange>, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type DeleteEntity = { entity: Id, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type Demo = Record<symbol, never>;

export type Done = Record<symbol, never>;

export type Drawing = { 
/**
 * Identity.
 */
id: Id, 
/**
 * The film.
 */
film: Id, 
/**
 * The panel.
 */
panel: Id, 
/**
 * Changes whenever its picture changes; same content, same version.
 */
version: string, 
/**
 * "Dessin fini".
 */
finished: boolean, 
/**
 * The picture behind the ink: a media hash.
 */
picture: string | null, 
/**
 * Strokes it has.
 */
strokes: number, 
/**
 * Of which on the ink layer.
 */
ink_strokes: number, 
/**
 * On the board, in the trash or lost.
 */
life: Life, };

export type DrawingView = { drawing: Drawing, strokes: Array<Stroke>, marks: Array<Mark>, };

export type Dump = { film: Id, };

export type DumpedDrawing = { drawn: Array<Stroke>, marks: Array<Mark>, 
/**
 * Identity.
 */
id: Id, 
/**
 * The film.
 */
film: Id, 
/**
 * The panel.
 */
panel: Id, 
/**
 * Changes whenever its picture changes; same content, same version.
 */
version: string, 
/**
 * "Dessin fini".
 */
finished: boolean, 
/**
 * The picture behind the ink: a media hash.
 */
picture: string | null, 
/**
 * Strokes it has.
 */
strokes: number, 
/**
 * Of which on the ink layer.
 */
ink_strokes: number, 
/**
 * On the board, in the trash or lost.
 */
life: Life, };

export type DuplicateEntity = { entity: Id, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type DuplicateFilm = { film: Id, title?: string, };

export type EndPreview = Record<symbol, never>;

export type EraseStrokes = { drawing: Id, strokes: Array<Id>, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type ErrorCode = "invalid_request" | "unknown_command" | "forbidden" | "not_found" | "not_in_film" | "no_workspace" | "workspace_in_use" | "workspace_newer" | "not_a_workspace" | "workspace_damaged" | "workspace_read_only" | "folder_read_only" | "disk_full" | "file_missing" | "file_unreadable" | "backup_invalid" | "picture_type" | "picture_unreadable" | "picture_too_large" | "text_too_long" | "file_exists" | "folder_missing" | "target_folder" | "target_locked" | "target_full" | "name_refused" | "cancelled" | "storage" | "internal";

export type Event = { "type": "changes", 
/**
 * The film or face.
 */
document: Id, 
/**
 * The rows.
 */
changes: Changes, 
/**
 * The film's sums now.
 */
totals: Totals | null, } | { "type": "undo", 
/**
 * The film.
 */
film: Id, 
/**
 * A face's id, or "desk".
 */
actor: string, 
/**
 * Name of the command that undo would take back.
 */
undo: string | null, 
/**
 * Name of the command that redo would do again.
 */
redo: string | null, } | { "type": "settings", 
/**
 * All of them.
 */
settings: Settings, } | { "type": "export", 
/**
 * The name its caller gave it.
 */
job: string, 
/**
 * What it is at.
 */
phase: ExportPhase, 
/**
 * How much of that is done.
 */
done: number, 
/**
 * Of how much; 0 when that is not known.
 */
of: number, } | { "type": "session" };

export type ExportChoice = { film: Id, kind: ExportKind, 
/**
 * Only these scenes, by id or number; all without any.
 */
scenes?: Array<string>, 
/**
 * Only these shots, by id or label; all without any.
 */
shots?: Array<string>, look?: PrintLook, };

export type ExportFilm = { choice: ExportChoice, 
/**
 * The file; one of that name is replaced.
 */
to: string, 
/**
 * A name of the caller's, to hear how far it is and to end it.
 */
job?: string, };

export type ExportKind = "storyboard.pdf" | "shot-list.pdf" | "shot-list.xlsx" | "shot-list.csv";

export type ExportPhase = "drawings" | "setting" | "writing";

export type ExportTarget = { film: Id, kind: ExportKind, };

export type Exported = { path: string, 
/**
 * Its name without its folder.
 */
name: string, bytes: number, 
/**
 * Pages, of a paper.
 */
pages: number | null, warnings: Array<Warning>, };

export type Face = { 
/**
 * Identity; its document's.
 */
id: Id, 
/**
 * The chosen name.
 */
name: string, 
/**
 * Shape of the sticker.
 */
shape: Shape, 
/**
 * Colour of the sticker.
 */
colour: FaceColour, 
/**
 * Live, or removed (trash).
 */
life: Life, };

export type FaceColour = "raspberry" | "lagoon" | "brick" | "green" | "ochre" | "plum" | "slate" | "night";

export type FaceList = { 
/**
 * Also those removed: their strokes keep their name.
 */
faces: Array<Face>, };

export type Film = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Title as people wrote it.
 */
title: string, 
/**
 * The film's ink.
 */
ink: FilmInk, 
/**
 * The pattern that goes with the ink.
 */
pattern: Pattern, 
/**
 * Shape of the frame.
 */
ratio: Ratio, 
/**
 * How shots are numbered.
 */
numbering: Numbering, 
/**
 * Whether labels are frozen (shoot day).
 */
locked: boolean, 
/**
 * Whether the film was put away.
 */
archived: boolean, };

export type FilmCard = { film: Film, totals: Totals, strip: Array<StripPanel>, gauge: Array<Look>, changed_at: number, };

export type FilmDump = { film: Film, scenes: Array<Scene>, shots: Array<Shot>, panels: Array<Panel>, drawings: Array<DumpedDrawing>, faces: Array<Face>, };

export type FilmInk = "orange" | "sky" | "mint" | "sun" | "rose";

export type FilmLine = { id: Id, title: string, scenes: number, shots: number, panels: number, archived: boolean, };

export type FilmLines = { films: Array<FilmLine>, };

export type FilmList = { films: Array<FilmCard>, };

export type FilmView = { film: Film, scenes: Array<Scene>, shots: Array<Shot>, panels: Array<Panel>, drawings: Array<Drawing>, totals: Totals, undo: string | null, redo: string | null, };

export type Films = Record<symbol, never>;

export type FoundFilm = { film: Film, shots: Array<FoundShot>, texts: Array<FoundText>, };

export type FoundShot = { shot: Id, panel: Id | null, label: string, size: ShotSize | null, drawing: Id | null, version: string | null, look: Look, field: string, snippet: Array<Snippet>, };

export type FoundText = { entity: Id, kind: 'film' | 'scene', field: string, label: string, snippet: Array<Snippet>, };

export type GetDrawing = { drawing: Id, };

export type GetFilm = { film: Id, face?: Id | null, };

export type GetPrintLook = { film: Id, };

export type GetSession = Record<symbol, never>;

export type Id = string;

export type IntExt = "INT" | "EXT" | "INT_EXT";

export type Language = "fr" | "en";

export type Layer = "sketch" | "ink";

export type Letters = "atkinson" | "wide" | "spaced";

export type Life = "live" | "trash" | "lost";

export type Light = "key" | "fill" | "back" | "bounce" | "flag" | "diffusion" | "gel" | "fresnel" | "led" | "redhead" | "hmi" | "white_balance" | "day_for_night";

export type ListBackups = { 
/**
 * A workspace that does not open; without one, the open one.
 */
workspace?: string, };

export type ListFaces = Record<symbol, never>;

export type ListFilms = { 
/**
 * The ones put away instead of the others.
 */
archived?: boolean, };

export type ListLost = { film: Id, };

export type ListTrash = { film: Id, };

export type LockFilm = { film: Id, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type Look = "empty" | "pencil" | "drawn" | "finished";

export type Lost = { entries: Array<LostEntry>, };

export type LostEntry = { entity: Id, kind: 'scene' | 'shot' | 'panel', label: string, text: string, drawing: Id | null, version: string | null, };

export type MakeBackup = { path: string, };

export type Mark = { 
/**
 * Identity.
 */
id: Id, 
/**
 * The drawing.
 */
drawing: Id, 
/**
 * Arrow or text.
 */
kind: MarkKind, 
/**
 * Tail of the arrow, left of the text; frame units.
 */
x0: number, 
/**
 * Tail of the arrow, top of the text.
 */
y0: number, 
/**
 * Head of the arrow.
 */
x1: number, 
/**
 * Head of the arrow.
 */
y1: number, 
/**
 * Offset of the arrow's middle from the straight line, frame units.
 */
bend: number, 
/**
 * Colour.
 */
colour: Colour, 
/**
 * Width of the line, or height of the letters, in frame units.
 */
size: number, 
/**
 * Who made it.
 */
face: Id | null, 
/**
 * What the text says.
 */
text: string, 
/**
 * On the drawing, in the trash or lost.
 */
life: Life, };

export type MarkKind = "arrow" | "text";

export type MoveEntity = { entity: Id, parent?: Id, after?: Id | null, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type Movement = "static" | "pan" | "tilt" | "whip_pan" | "push_in" | "pull_back" | "truck" | "arc" | "follow" | "zoom" | "dolly_zoom" | "handheld" | "shoulder" | "gimbal" | "crane" | "drone" | "rack_focus";

export type Numbering = "letters" | "numbers" | "through";

export type OpenWorkspace = { 
/**
 * Without one: the default.
 */
path: string, read_only?: boolean, create?: boolean, };

export type Panel = { 
/**
 * Identity.
 */
id: Id, 
/**
 * The film.
 */
film: Id, 
/**
 * The shot.
 */
shot: Id, 
/**
 * Order among the shot's panels, from 0.
 */
position: number, 
/**
 * Order in the film, from 0.
 */
index: number, 
/**
 * "2C", or "2C/1" when the shot has several.
 */
label: string, 
/**
 * What is seen in this panel.
 */
action: string, 
/**
 * What is said in this panel.
 */
dialogue: string, 
/**
 * Duration in milliseconds.
 */
duration_ms: number, 
/**
 * The drawing it shows.
 */
drawing: Id, 
/**
 * How far its drawing is.
 */
look: Look, 
/**
 * On the board, in the trash or lost.
 */
life: Life, };

export type PaperDirection = "portrait" | "landscape";

export type PaperName = "a4" | "letter";

export type Pattern = "mesh" | "steps" | "dots" | "gingham" | "waves";

export type Preview = { 
/**
 * Pages: `page/<key>/<number>/<width>` beside the calls, numbers from 1.
 */
key: string, pages: number, warnings: Array<Warning>, };

export type PrintFilm = { choice: ExportChoice, job?: string, };

export type PrintLook = { 
/**
 * Panels on a page: 1, 2, 3, 4, 6 or 9.
 */
per_page: number, paper: PaperName, direction: PaperDirection, 
/**
 * A cover with the title and who drew it.
 */
cover: boolean, 
/**
 * What is seen, under each drawing.
 */
action: boolean, 
/**
 * What is said, under each drawing.
 */
dialogue: boolean, 
/**
 * How long it lasts, under each drawing.
 */
duration: boolean, 
/**
 * The notes, and lines for the pen where there is room.
 */
notes: boolean, 
/**
 * The film's ink as second colour; else black alone.
 */
colour: boolean, 
/**
 * The blue pencil under finished drawings too.
 */
pencil: boolean, };

export type PrintMemory = { kind: ExportKind, look: PrintLook, };

export type Printed = { 
/**
 * The system's viewer shows it; else `printed/<name>` beside the calls has it.
 */
shown: boolean, name: string, pages: number | null, warnings: Array<Warning>, };

export type Problem = { code: ErrorCode, path: string, backups: Array<Backup>, };

export type Purpose = "open_workspace" | "new_workspace" | "save_backup" | "open_backup" | "save_export";

export type Ratio = "16:9" | "4:3" | "1.85:1" | "2.39:1" | "1:1" | "9:16";

export type RecentFile = { path: string, name: string, };

export type RedoLast = { film: Id, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type RestoreBackup = { path: string, 
/**
 * A new file to restore into; without one, the copy takes the place of the workspace, which is kept beside under another name.
 */
to?: string, 
/**
 * The workspace whose place it takes; without one, that of the open one.
 */
workspace?: string, };

export type RestoreEntity = { entity: Id, parent?: Id, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type RestoreFilm = { film: Id, };

export type Role = "guest" | "desk" | "trainer";

export type Scene = { 
/**
 * Identity.
 */
id: Id, 
/**
 * The film.
 */
film: Id, 
/**
 * Order among the film's scenes, from 0.
 */
position: number, 
/**
 * Computed number: "1", "2", "2bis" once locked.
 */
number: string, 
/**
 * Deleted after the labels were locked: keeps its number.
 */
omitted: boolean, 
/**
 * The set (décor).
 */
heading: string, 
/**
 * Part of the set (sous-décor).
 */
subset: string, 
/**
 * Inside or outside.
 */
int_ext: IntExt | null, 
/**
 * Time of day.
 */
time_of_day: TimeOfDay | null, 
/**
 * Day of the story (J1…).
 */
story_day: string, 
/**
 * Who is in it.
 */
characters: string, 
/**
 * What happens.
 */
summary: string, 
/**
 * Where it stands.
 */
status: ShotStatus, 
/**
 * Live shots.
 */
shots: number, 
/**
 * Sum of its shots, in milliseconds.
 */
duration_ms: number, 
/**
 * Sum of its shots' shooting time, in minutes.
 */
setup_minutes: number, 
/**
 * On the board, in the trash or lost.
 */
life: Life, };

export type Search = { text: string, };

export type SearchReply = { films: Array<FoundFilm>, shots: number, texts: number, };

export type Session = { role: Role, version: string, settings: Settings, workspace: WorkspaceInfo | null, problem: Problem | null, recent: Array<RecentFile>, 
/**
 * Whether native dialogs exist; else paths are typed.
 */
dialogs: boolean, };

export type SetField = { entity: Id, field: string, value: unknown, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type Settings = { 
/**
 * Language of screens and papers.
 */
language: Language, 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * Size of all text.
 */
text_size: TextSize, 
/**
 * Shape of the letters.
 */
letters: Letters, 
/**
 * Nothing glides, nothing draws itself.
 */
less_motion: boolean, 
/**
 * The workshop's own words for codes of the vocabulary, by the key of the catalogues ("size-ELS"): schools swap "plan général" and
 * "plan d'ensemble".
 */
words: { [key in string]: string }, };

export type SettingsPatch = { language?: Language, theme?: Theme, text_size?: TextSize, letters?: Letters, less_motion?: boolean, 
/**
 * All own words, in place of those there were.
 */
words?: { [key in string]: string }, };

export type Shape = "circle" | "square" | "triangle" | "star" | "diamond" | "hexagon" | "plus" | "drop" | "dome" | "heart";

export type Shot = { 
/**
 * Identity.
 */
id: Id, 
/**
 * The film.
 */
film: Id, 
/**
 * The scene.
 */
scene: Id, 
/**
 * Order among the scene's shots, from 0.
 */
position: number, 
/**
 * Computed label: "12A".
 */
label: string, 
/**
 * Deleted after the labels were locked: keeps its label.
 */
omitted: boolean, 
/**
 * Shot size.
 */
size: ShotSize | null, 
/**
 * What it is in the scene.
 */
shot_type: ShotType | null, 
/**
 * Height of the camera.
 */
angle: Angle | null, 
/**
 * Side of the subject.
 */
side: Side | null, 
/**
 * Camera movement.
 */
movement: Movement | null, 
/**
 * What carries the camera: a code of [`crate::vocabulary::Support`] or own words.
 */
support: string, 
/**
 * Lens, in own words ("35 mm").
 */
lens: string, 
/**
 * Codes of [`crate::vocabulary::Light`] or own words.
 */
light: Array<string>, 
/**
 * Codes of [`crate::vocabulary::Sound`] or own words.
 */
sound: Array<string>, 
/**
 * Who is in it.
 */
characters: string, 
/**
 * Where it stands.
 */
status: ShotStatus, 
/**
 * What is seen.
 */
action: string, 
/**
 * What is said.
 */
dialogue: string, 
/**
 * Anything else.
 */
notes: string, 
/**
 * Own estimate in milliseconds, used while it has no panel.
 */
estimate_ms: number, 
/**
 * Computed: the sum of its panels, or the estimate. Milliseconds.
 */
duration_ms: number, 
/**
 * Shooting time in minutes.
 */
setup_minutes: number, 
/**
 * Live panels.
 */
panels: number, 
/**
 * Computed over its panels.
 */
look: Look, 
/**
 * On the board, in the trash or lost.
 */
life: Life, };

export type ShotSize = "ELS" | "VWS" | "WS" | "FS" | "MFS" | "MCS" | "MS" | "MCU" | "CU" | "ECU" | "INS";

export type ShotStatus = "planned" | "rehearsed" | "ready" | "discuss" | "taken" | "omitted";

export type ShotType = "shot_reverse" | "over_shoulder" | "two_shot" | "pov" | "long_take" | "master" | "cutaway" | "establishing";

export type Side = "front" | "three_quarter_front" | "profile" | "three_quarter_back" | "back";

export type Snippet = { text: string, hit: boolean, };

export type Sound = "direct" | "on_screen" | "off_screen" | "voice_over" | "wild_track" | "guide" | "room_tone" | "foley" | "adr" | "mos" | "slate" | "lav" | "boom" | "music";

export type SpliceText = { entity: Id, field: string, seen: string, text: string, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type SplicedText = { text: string, };

export type StripPanel = { panel: Id, label: string, drawing: Id, version: string, look: Look, };

export type Stroke = { 
/**
 * Identity.
 */
id: Id, 
/**
 * The drawing.
 */
drawing: Id, 
/**
 * Paint order; equal orders go by id.
 */
order: number, 
/**
 * Who drew it.
 */
face: Id | null, 
/**
 * Sketch or ink.
 */
layer: Layer, 
/**
 * Its points.
 */
ink: string, 
/**
 * Erased ranges, in fractional point indices.
 */
cuts: Array<[number, number]>, };

export type Support = "sticks" | "hi_hat" | "monopod" | "slider" | "dolly" | "shoulder_rig" | "car_mount" | "gimbal" | "handheld";

export type TextSize = "normal" | "large" | "larger" | "huge";

export type Theme = "light" | "dark" | "system";

export type TimeOfDay = "DAY" | "NIGHT" | "DAWN" | "DUSK" | "MORNING" | "EVENING";

export type Tool = "pencil" | "brush" | "pen";

export type Totals = { 
/**
 * Scenes.
 */
scenes: number, 
/**
 * Shots.
 */
shots: number, 
/**
 * Panels.
 */
panels: number, 
/**
 * Shots with ink strokes or a picture.
 */
drawn: number, 
/**
 * Screen time, in milliseconds.
 */
duration_ms: number, 
/**
 * Shooting time, in minutes.
 */
setup_minutes: number, 
/**
 * Things that were deleted, each deletion counted once.
 */
trash: number, 
/**
 * Things that are alive under a parent that is gone.
 */
lost: number, };

export type Trash = { entries: Array<TrashEntry>, };

export type TrashEntry = { entity: Id, kind: 'scene' | 'shot' | 'panel' | 'mark', 
/**
 * Its label when it was deleted; of a mark, the label of its panel.
 */
label: string, 
/**
 * Its heading, or what is seen in it.
 */
text: string, deleted_at: number, scenes: number, shots: number, panels: number, 
/**
 * The first drawing of it.
 */
drawing: Id | null, version: string | null, };

export type UndoLast = { film: Id, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type Undone = { 
/**
 * Name of the command that was taken back or done again; none when nothing was left.
 */
done: string | null, 
/**
 * Where to look.
 */
entity: Id | null, };

export type UnlockFilm = { film: Id, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type Warning = { code: WarningCode, 
/**
 * The letters, or how many texts.
 */
detail: string, };

export type WarningCode = "letters_missing" | "texts_shortened";

export type WorkspaceInfo = { path: string, name: string, read_only: boolean, };

/** Every command: its request and its reply. */
export interface Commands {
  get_session: [GetSession, Session];
  set_settings: [SettingsPatch, Settings];
  open_workspace: [OpenWorkspace, Session];
  choose_path: [ChoosePath, ChosenPath];
  list_films: [ListFilms, FilmList];
  get_film: [GetFilm, FilmView];
  get_drawing: [GetDrawing, DrawingView];
  add_demo: [AddDemo, AddedDemo];
  add_film: [AddFilm, Added];
  duplicate_film: [DuplicateFilm, Added];
  archive_film: [ArchiveFilm, Done];
  restore_film: [RestoreFilm, Done];
  lock_film: [LockFilm, Done];
  unlock_film: [UnlockFilm, Done];
  add_scene: [AddScene, Added];
  add_shot: [AddShot, AddedShot];
  add_panel: [AddPanel, AddedPanel];
  set_field: [SetField, Done];
  splice_text: [SpliceText, SplicedText];
  move_entity: [MoveEntity, Done];
  duplicate_entity: [DuplicateEntity, Added];
  delete_entity: [DeleteEntity, Done];
  restore_entity: [RestoreEntity, Done];
  add_stroke: [AddStroke, AddedStroke];
  erase_strokes: [EraseStrokes, Done];
  cut_strokes: [CutStrokes, Done];
  add_mark: [AddMark, Added];
  undo: [UndoLast, Undone];
  redo: [RedoLast, Undone];
  list_faces: [ListFaces, FaceList];
  add_face: [AddFace, Added];
  list_trash: [ListTrash, Trash];
  list_lost: [ListLost, Lost];
  search: [Search, SearchReply];
  list_backups: [ListBackups, BackupList];
  backup: [MakeBackup, Backup];
  restore_backup: [RestoreBackup, Session];
  check: [Check, CheckReply];
  get_print_look: [GetPrintLook, PrintMemory];
  preview_paper: [ExportChoice, Preview];
  end_preview: [EndPreview, Done];
  export_film: [ExportFilm, Exported];
  print_film: [PrintFilm, Printed];
  cancel_export: [CancelExport, Done];
  films: [Films, FilmLines];
  dump: [Dump, FilmDump];
  demo: [Demo, AddedDemo];
}
