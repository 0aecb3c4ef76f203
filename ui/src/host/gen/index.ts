// Generated from the api's types; a test refuses a difference. Do not edit.

export type AddDemo = Record<symbol, never>;

export type AddFace = { name: string, shape: Shape, colour: FaceColour, };

export type AddFilm = { title: string, ink?: FilmInk, pattern?: Pattern, ratio?: Ratio, };

export type AddGroup = { name: string, };

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

export type AddPerson = { given: string, family: string, role: PersonRole, };

export type AddPlace = { name: string, address?: string, capacity: number | null, };

export type AddRelative = { person: Id, name: string, };

export type AddScene = { film: Id, heading?: string, after?: Id | null, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type AddSession = { title: string, kind: SessionKind, date: string, halves: Array<Half>, place: Id | null, group: Id | null, films?: Array<Id>, 
/**
 * Put on the sheet at once, as is everyone of the group.
 */
trainers?: Array<Id>, };

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

export type AttachScan = { session: Id, 
/**
 * A photo or a scan on this computer; of a PDF, every page.
 */
path: string, };

export type AttendanceMark = { session: Id, date: string, half: HalfCode, state: Attended, 
/**
 * Its half-day has ended: before, nobody attests it.
 */
over: boolean, };

export type Attended = "expected" | "present" | "absent" | "excused" | "not_expected";

export type Backup = { name: string, path: string, made_at: number, size: number, good: boolean, };

export type BackupList = { backups: Array<Backup>, free_bytes: number, workspace_bytes: number, };

export type Calendar = { 
/**
 * "2026-02-24".
 */
today: string, sessions: Array<SessionRow>, 
/**
 * Those that were deleted, and can be put back.
 */
deleted: Array<SessionRow>, places: Array<PlaceRow>, groups: Array<GroupRow>, };

export type CancelExport = { job: string, };

export type CancelImport = Record<symbol, never>;

export type Cell = { half: HalfCode, signature: Signature | null, 
/**
 * What was closed, where it was put right after.
 */
was: Standing | null, 
/**
 * Where.
 */
state: Attended, 
/**
 * Came late, at ("10:05").
 */
late: string | null, 
/**
 * Left early, at.
 */
left: string | null, };

export type ChangePassphrase = { current?: string, code?: string, passphrase: string, };

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

export type CheckReply = { ok: boolean, problems: Array<CheckProblem>, 
/**
 * There is a register, and it was sealed: what is in it was not read.
 */
sealed: boolean, };

export type ChoosePath = { purpose: Purpose, 
/**
 * For an export: of which film, and what.
 */
export?: ExportTarget, 
/**
 * For a paper of the register: which.
 */
paper?: RegisterPaper, };

export type ChosenPath = { path: string | null, 
/**
 * The name that was offered, for those who type a path.
 */
name: string | null, };

export type ClearSignature = { session: Id, person: Id, half: HalfCode, };

export type CloseSheet = { session: Id, 
/**
 * The trainer on the sheet who closes it, and has signed.
 */
by: Id, };

export type ClosedSheet = { at: number, hash: string, by: string, };

export type Colour = "ink" | "blue" | "film" | "film_pale" | "grey" | "grey_light";

export type ConfirmRecovery = { code: Array<string>, };

export type CopiesElsewhere = { 
/**
 * Its name.
 */
folder: string, copies: number, };

export type CorrectCell = { session: Id, 
/**
 * Someone on the sheet, or someone of the register who was forgotten.
 */
person: Id, half: HalfCode, state: Attended, 
/**
 * Of whoever was there: "10:05".
 */
late?: string, left?: string, reason: string, 
/**
 * The trainer who puts it right.
 */
by: Id, };

export type CreateRegister = { passphrase: string, };

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

export type DamagedDestroyed = { destroyed: number, };

export type DeleteEntity = { entity: Id, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type DeleteRelative = { person: Id, relative: Id, };

export type Demo = Record<symbol, never>;

export type DestroyDamaged = Record<symbol, never>;

export type DiscardEntry = { id: string, };

export type DiscardRecovery = Record<symbol, never>;

export type DiscardedRecovery = { 
/**
 * Files that are not where they were written: moved, or deleted already.
 */
not_found: Array<string>, };

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

export type DuplicateList = { 
/**
 * Strongest first.
 */
pairs: Array<DuplicatePair>, };

export type DuplicatePair = { a: PersonLine, b: PersonLine, reason: Reason, };

export type EndHandover = Record<symbol, never>;

export type EndPreview = Record<symbol, never>;

export type ErasePeople = { people: Array<Id>, };

export type EraseSheets = { sessions: Array<Id>, };

export type EraseStrokes = { drawing: Id, strokes: Array<Id>, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type ErasedPeople = { erased: number, 
/**
 * Automatic copies that could not be written.
 */
copies_left: number, };

export type ErasedSheets = { erased: number, 
/**
 * Automatic copies that could not be written.
 */
copies_left: number, };

export type Erasure = { 
/**
 * Sessions whose closed sheets keep the name and the signatures.
 */
kept_on: Array<Id>, 
/**
 * Whether nothing is left in the file's log; else it goes at the next closing.
 */
purged: boolean, 
/**
 * Automatic copies that could not be written, and hold the file until a copy of a day can be.
 */
copies_left: number, };

export type ErasurePreview = { 
/**
 * A health note goes.
 */
health: boolean, 
/**
 * The name shown to all goes.
 */
face: string | null, 
/**
 * Sheets that keep the name and the signatures.
 */
closed_sheets: Array<KeptSheet>, 
/**
 * For so long after their day, in years.
 */
sheets_years: number, 
/**
 * Sheets from which they are taken, with the signatures.
 */
open_sheets: number, 
/**
 * Automatic copies that hold a file: it goes from them too, their attendance sheets keep the name.
 */
backups: number, 
/**
 * Documents that do not open: whether they speak of one of them cannot be told.
 */
damaged: number, 
/**
 * Photos and scans of sheets that one of the people stands on: names and signatures may be read there.
 */
photos: number, 
/**
 * Folders beside the file with automatic copies that hold a file too, of a name that no file has any more. They are not touched.
 */
elsewhere: Array<CopiesElsewhere>, };

export type ErrorCode = "invalid_request" | "unknown_command" | "forbidden" | "not_found" | "not_in_film" | "no_workspace" | "workspace_in_use" | "workspace_newer" | "not_a_workspace" | "workspace_damaged" | "workspace_read_only" | "folder_read_only" | "disk_full" | "file_missing" | "file_unreadable" | "backup_invalid" | "picture_type" | "picture_unreadable" | "picture_too_large" | "pdf_unreadable" | "pdf_too_long" | "text_too_long" | "file_exists" | "folder_missing" | "target_folder" | "target_locked" | "target_full" | "name_refused" | "register_sealed" | "register_none" | "birth_impossible" | "day_past" | "health_too_long" | "register_exists" | "passphrase_wrong" | "passphrase_wait" | "passphrase_weak" | "passphrase_same" | "code_wrong" | "code_incomplete" | "sealed_damaged" | "lock_torn" | "name_missing" | "sheet_closed" | "sheet_over" | "sheet_open" | "sheet_signed" | "sheet_marked" | "hours_outside" | "name_taken" | "social_security" | "sheet_unsigned" | "signature_empty" | "signature_too_long" | "signature_damaged" | "reason_missing" | "correction_same" | "nobody_to_sign" | "nothing_to_print" | "table_empty" | "table_password" | "table_unreadable" | "table_too_large" | "cancelled" | "storage" | "internal";

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
of: number, } | { "type": "register", 
/**
 * Where it stands.
 */
register: Register, } | { "type": "people" } | { "type": "calendar" } | { "type": "sheet", 
/**
 * The session.
 */
session: Id, } | { "type": "sheets" } | { "type": "session" };

export type ExpiredList = { people: Array<ExpiredPerson>, 
/**
 * Oldest first.
 */
sheets: Array<ExpiredSheet>, kept: Retention, today: string, };

export type ExpiredPerson = { kept_until: string, id: Id, given: string, family: string, role: PersonRole, age: number | null, minor: boolean, groups: Array<Id>, leaves_alone: YesNo | null, left: boolean, 
/**
 * Half-days present.
 */
present: number, 
/**
 * Half-days until today of which something is known.
 */
expected: number, 
/**
 * The name they chose, or the given name.
 */
shown: string, shape: Shape, colour: FaceColour, };

export type ExpiredSheet = { session: Id, title: string, date: string, kept_until: string, };

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

export type ExportPaper = { paper: RegisterPaper, 
/**
 * The file; one of that name is replaced.
 */
to: string, };

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

export type Figures = { 
/**
 * Participants who were there, for a half-day at least.
 */
people: number, 
/**
 * How long they were there, added up, in minutes.
 */
minutes: number, };

export type FillSheet = { session: Id, };

export type Filled = { added: number, };

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

export type FindDuplicates = Record<symbol, never>;

export type Forbidden = "religion" | "nationality" | "origin" | "social_security" | "opinion" | "health" | "sexual_life" | "offences";

export type ForbiddenColumn = { 
/**
 * The column, counted from 0.
 */
column: number, 
/**
 * What it asks for.
 */
kind: Forbidden, 
/**
 * The word of its heading that says so; the heading, where its values do.
 */
word: string, };

export type FoundFilm = { film: Film, shots: Array<FoundShot>, texts: Array<FoundText>, };

export type FoundShot = { shot: Id, panel: Id | null, label: string, size: ShotSize | null, drawing: Id | null, version: string | null, look: Look, field: string, snippet: Array<Snippet>, };

export type FoundText = { entity: Id, kind: 'film' | 'scene', field: string, label: string, snippet: Array<Snippet>, };

export type GetCalendar = Record<symbol, never>;

export type GetDrawing = { drawing: Id, };

export type GetFilm = { film: Id, face?: Id | null, };

export type GetHandover = Record<symbol, never>;

export type GetPrintLook = { film: Id, };

export type GetRegister = Record<symbol, never>;

export type GetRetention = Record<symbol, never>;

export type GetSession = Record<symbol, never>;

export type GetSheet = { session: Id, };

export type GroupId = { group: Id, };

export type GroupRow = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Its name.
 */
name: string, };

export type Half = { 
/**
 * Which part.
 */
code: HalfCode, 
/**
 * "09:30".
 */
start: string, 
/**
 * "12:30".
 */
end: string, };

export type HalfCode = "morning" | "afternoon" | "evening";

export type HandOver = { session: Id, half: HalfCode, };

export type Handover = { 
/**
 * To come back to; random, and known to the calendar.
 */
session: Id, title: string, date: string, half: Half, current: HandoverFace | null, signed: number, left: number, };

export type HandoverFace = { slot: number, name: string, shape: Shape, colour: FaceColour, trainer: boolean, };

export type HandoverReply = { handover: Handover | null, };

export type Health = { text: string, until: string | null, };

export type HealthNote = { until: string | null, };

export type Id = string;

export type ImportDone = { added: number, 
/**
 * Files that were there, and got what was missing.
 */
completed: number, skipped: number, 
/**
 * Of those, how many have a name that several people of the register have, and no birth that says who it is.
 */
unclear: number, refused: number, };

export type ImportField = "given" | "family" | "full_name" | "role" | "birth" | "told_age" | "phone" | "address" | "commune" | "insurance" | "sex" | "qpv" | "qpv_code" | "occupation" | "leaves_alone" | "group" | "guardian1_name" | "guardian1_relation" | "guardian1_phone" | "guardian2_name" | "guardian2_relation" | "guardian2_phone" | "emergency_name" | "emergency_phone" | "pickup_name" | "pickup_phone";

export type ImportLine = { row: number, given: string, family: string, birth: string | null, 
/**
 * Worked out of the birth, or as it was told.
 */
age: number | null, minor: boolean, role: PersonRole, phone: string, address: string, commune: string, insurance: string, sex: Sex | null, qpv: YesNo | null, qpv_code: string, occupation: Occupation | null, leaves_alone: YesNo | null, 
/**
 * Names of groups, those too that are none yet.
 */
groups: Array<string>, relatives: Array<ImportRelative>, 
/**
 * Who in the register has this name and no other birth.
 */
known: Id | null, 
/**
 * They had left.
 */
left: boolean, 
/**
 * What their file says otherwise, by field: completing leaves it so.
 */
stays: { [key in string]: string }, };

export type ImportPeople = { path: string, sheet: string, mapping: Array<ImportField | null>, known: Known, 
/**
 * Of the groups that are none yet, those that are to be made, by name.
 */
groups?: Array<string>, };

export type ImportPreview = { 
/**
 * Fifty, from where it was asked.
 */
people: Array<ImportLine>, count: number, 
/**
 * How many are in the register already.
 */
known: number, 
/**
 * How many of those had left: completing their files brings them back.
 */
left: number, 
/**
 * The first two hundred.
 */
refused: Array<RefusedRow>, refused_count: number, warnings: Array<ImportWarning>, 
/**
 * Names of groups that are none yet. Everybody reads the names of groups: they are made only when that is asked for.
 */
new_groups: Array<string>, 
/**
 * There are too many of them to be groups: another thing stands in that column.
 */
too_many_groups: boolean, };

export type ImportReason = "no_name" | "bad_date" | "date_in_future" | "too_old" | "bad_age" | "unknown_value" | "text_too_long" | "formula_error" | "social_security_number" | "heading" | "open_quote" | "more_cells" | "lost_letter" | "not_a_name" | "several_people" | "ditto" | "above_headings" | "other_headings" | "rounded_number" | "same_row";

export type ImportRelative = { name: string, relation: string, phone: string, authority: boolean, emergency: boolean, pickup: boolean, 
/**
 * What the file of who is known says of them once it is completed.
 */
completed: ImportRights, };

export type ImportRights = { authority: boolean, emergency: boolean, pickup: boolean, };

export type ImportWarning = { "code": "same_person", 
/**
 * The later line.
 */
row: number, 
/**
 * The earlier one.
 */
first: number, } | { "code": "forbidden_column", 
/**
 * Its heading.
 */
column: string, 
/**
 * What it holds.
 */
kind: Forbidden, 
/**
 * The word that says so.
 */
word: string, } | { "code": "mixed_dates", 
/**
 * Its heading.
 */
column: string, 
/**
 * The first line whose day stands first for certain.
 */
day_first: number, 
/**
 * The first whose month does.
 */
month_first: number, } | { "code": "repeated_heading", 
/**
 * The heading.
 */
column: string, } | { "code": "swapped_dates", 
/**
 * Its heading.
 */
column: string, } | { "code": "month_first", 
/**
 * Its heading.
 */
column: string, 
/**
 * The first line that says so.
 */
row: number, } | { "code": "assumed_day_first", 
/**
 * Its heading.
 */
column: string, } | { "code": "unread", 
/**
 * Their headings.
 */
columns: Array<string>, } | { "code": "split_names", 
/**
 * Its heading.
 */
column: string, 
/**
 * Taken for the given name.
 */
given: string, 
/**
 * Taken for the family name.
 */
family: string, } | { "code": "judged", 
/**
 * The line.
 */
row: number, } | { "code": "no_parents", 
/**
 * What stands there, as it was written; the first few.
 */
told: Array<string>, 
/**
 * How many others.
 */
more: number, } | { "code": "authority", 
/**
 * Its heading.
 */
column: string, };

export type IntExt = "INT" | "EXT" | "INT_EXT";

export type KeepApart = { a: Id, b: Id, };

export type KeepUnlocked = Record<symbol, never>;

export type KeptSheet = { session: Id, title: string, date: string, };

export type Known = "skip" | "add" | "complete";

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

export type ListExpired = Record<symbol, never>;

export type ListFaces = Record<symbol, never>;

export type ListFilms = { 
/**
 * The ones put away instead of the others.
 */
archived?: boolean, };

export type ListLost = { film: Id, };

export type ListPeople = { query?: string, };

export type ListRefused = Record<symbol, never>;

export type ListSheets = Record<symbol, never>;

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

export type LockRegister = Record<symbol, never>;

export type Look = "empty" | "pencil" | "drawn" | "finished";

export type Lost = { entries: Array<LostEntry>, };

export type LostEntry = { entity: Id, kind: 'scene' | 'shot' | 'panel', label: string, text: string, drawing: Id | null, version: string | null, };

export type MakeBackup = { path: string, };

export type ManyPreview = { 
/**
 * Health notes that go.
 */
health: number, 
/**
 * Names shown to all that go.
 */
faces: number, 
/**
 * Sheets from which they are taken, with the signatures.
 */
open_sheets: number, 
/**
 * Automatic copies that hold a file: it goes from them too, their attendance sheets keep the name.
 */
backups: number, 
/**
 * Documents that do not open: whether they speak of one of them cannot be told.
 */
damaged: number, 
/**
 * Photos and scans of sheets that one of the people stands on: names and signatures may be read there.
 */
photos: number, 
/**
 * Folders beside the file with automatic copies that hold a file too, of a name that no file has any more. They are not touched.
 */
elsewhere: Array<CopiesElsewhere>, };

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

export type MarkCell = { session: Id, person: Id, half: HalfCode, state?: Attended, 
/**
 * "10:05"; null takes it away.
 */
late?: string | null, left?: string | null, };

export type MarkKind = "arrow" | "text";

export type MergePeople = { keep: Id, drop: Id, };

export type Merged = { 
/**
 * Those near the person whose rights wait: the file that is kept does not give them.
 */
waits: Array<string>, };

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

export type Occupation = "pupil" | "student" | "employed" | "job_seeker" | "retired" | "other";

export type OnSheet = { session: Id, person: Id, };

export type OpenWorkspace = { 
/**
 * Without one: the default.
 */
path: string, read_only?: boolean, create?: boolean, };

export type Outline = { 
/**
 * SVG path data, filled by the nonzero rule.
 */
path: string, 
/**
 * Left, top, width and height of what is drawn, in the path's units.
 */
box: [number, number, number, number], };

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

export type PassphraseChanged = { 
/**
 * Automatic copies that the phrase before still opens: they are tried again with the copy of a next day.
 */
copies_left: number, };

export type PassphraseHint = "empty" | "short" | "common" | "repeats" | "more_words" | "good" | "strong";

export type PassphraseRating = { 
/**
 * 0 to 4, as `zxcvbn` counts.
 */
score: number, 
/**
 * Whether it may be chosen.
 */
enough: boolean, 
/**
 * What to say.
 */
hint: PassphraseHint, };

export type Pattern = "mesh" | "steps" | "dots" | "gingham" | "waves";

export type Person = { id: Id, given: string, family: string, face: Id | null, role: PersonRole, birth: string | null, 
/**
 * Worked out of the day of birth, or as it was told.
 */
age: number | null, told_age: number | null, minor: boolean, phone: string, address: string, commune: string, insurance: string, sex: Sex | null, qpv: YesNo | null, qpv_code: string, occupation: Occupation | null, leaves_alone: YesNo | null, groups: Array<Id>, left: boolean, relatives: Array<Relative>, 
/**
 * That there is a health note.
 */
health: HealthNote | null, 
/**
 * By day.
 */
attendance: Array<AttendanceMark>, 
/**
 * Until when contacts are kept.
 */
kept_until: string, 
/**
 * The name they chose, or the given name.
 */
shown: string, shape: Shape, colour: FaceColour, };

export type PersonId = { person: Id, };

export type PersonLine = { id: Id, given: string, family: string, role: PersonRole, age: number | null, minor: boolean, groups: Array<Id>, leaves_alone: YesNo | null, left: boolean, 
/**
 * Half-days present.
 */
present: number, 
/**
 * Half-days until today of which something is known.
 */
expected: number, 
/**
 * The name they chose, or the given name.
 */
shown: string, shape: Shape, colour: FaceColour, };

export type PersonList = { 
/**
 * By given name.
 */
people: Array<PersonLine>, 
/**
 * Everyone who still comes, whatever was looked for.
 */
total: number, minors: number, adults: number, 
/**
 * Those who do not come any more.
 */
former: number, 
/**
 * Whether something that was done since the register was opened can be taken back.
 */
can_undo: boolean, 
/**
 * Whether something can be done again.
 */
can_redo: boolean, };

export type PersonRole = "participant" | "trainer" | "social_worker" | "volunteer" | "partner";

export type PlaceRow = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Its name.
 */
name: string, 
/**
 * How to find it.
 */
address: string, 
/**
 * How many people may be in it.
 */
capacity: number | null, };

export type Preview = { 
/**
 * Pages: `page/<key>/<number>/<width>` beside the calls, numbers from 1.
 */
key: string, pages: number, warnings: Array<Warning>, };

export type PreviewImport = { path: string, sheet: string, mapping: Array<ImportField | null>, 
/**
 * How many of its people to pass over: fifty are told at a time.
 */
from?: number, };

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

export type Purpose = "open_workspace" | "new_workspace" | "save_backup" | "open_backup" | "save_export" | "open_table" | "open_picture";

export type RatePassphrase = { passphrase: string, };

export type Ratio = "16:9" | "4:3" | "1.85:1" | "2.39:1" | "1:1" | "9:16";

export type ReadTable = { path: string, sheet?: string, };

export type Reason = "same_name_same_birth" | "same_name_birth_slip" | "same_name_birth_unknown" | "typo_same_birth" | "typo_birth_swapped" | "typo_birth_unknown";

export type RecentFile = { path: string, name: string, };

export type Recovery = { 
/**
 * Six groups of four signs.
 */
code: Array<string>, 
/**
 * Number of the sheet it is printed on.
 */
sheet: number, };

export type RedoLast = { film: Id, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type RefusedEntry = { id: string, 
/**
 * `torn`, `forged`, `closed` or `gone`.
 */
reason: string, };

export type RefusedList = { entries: Array<RefusedEntry>, };

export type RefusedRow = { 
/**
 * Its number, as a spreadsheet shows it.
 */
row: number, 
/**
 * Why.
 */
reason: ImportReason, 
/**
 * The heading of the column, where it is one cell's fault.
 */
column: string | null, 
/**
 * What stands there, at most 80 characters; nothing of a social-security number.
 */
value: string, };

export type Register = { 
/**
 * A passphrase was chosen.
 */
exists: boolean, 
/**
 * Formateur; else Atelier.
 */
unlocked: boolean, 
/**
 * Files of people, also while it is sealed.
 */
people: number, 
/**
 * Since when it is sealed, in milliseconds since 1970.
 */
sealed_since: number | null, 
/**
 * Signatures that wait to be taken in.
 */
waiting: number, 
/**
 * Entries that were not taken.
 */
refused: number, 
/**
 * Files and sheets that do not open; none while it is sealed.
 */
damaged: number, 
/**
 * Health notes that this opening destroyed, their last day being over; none while it is sealed.
 */
health_erased: number, 
/**
 * Tries left before it waits.
 */
tries_left: number, 
/**
 * No try before, in milliseconds since 1970.
 */
wait_until: number | null, 
/**
 * The pad is shown.
 */
handover: boolean, 
/**
 * Number of the printed sheet that is valid.
 */
recovery: number | null, 
/**
 * Someone has shown that this sheet is at hand.
 */
recovery_proved: boolean, };

export type RegisterPaper = { "kind": "attendance", 
/**
 * Of which session.
 */
session: Id, } | { "kind": "attendance_blank", 
/**
 * Of which session.
 */
session: Id, } | { "kind": "attendance_month", 
/**
 * "2026-02".
 */
month: string, } | { "kind": "person_data", 
/**
 * Whose.
 */
person: Id, } | { "kind": "attestation", 
/**
 * Whose.
 */
person: Id, } | { "kind": "processing" } | { "kind": "recovery", 
/**
 * Six groups of four signs.
 */
code: Array<string>, };

export type RegisterUndone = { 
/**
 * Name of the command that was taken back or done again.
 */
done: string | null, 
/**
 * In whose file, when it is one that is there.
 */
person: Id | null, 
/**
 * Whose file, or whose line of a sheet.
 */
name: string | null, 
/**
 * On which sheet, when it is one.
 */
session: Id | null, 
/**
 * The day of its session.
 */
date: string | null, 
/**
 * Which field, when it is one.
 */
field: string | null, };

export type Relative = { 
/**
 * Identity.
 */
id: Id, 
/**
 * Full name.
 */
name: string, 
/**
 * What they are to the person, in own words ("mère").
 */
relation: string, 
/**
 * Telephone.
 */
phone: string, 
/**
 * Holds parental authority.
 */
authority: boolean, 
/**
 * Called in an emergency.
 */
emergency: boolean, 
/**
 * May come and take the minor home.
 */
pickup: boolean, };

export type RemoveScan = { session: Id, scan: Id, };

export type RenewRecovery = { passphrase: string, };

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

export type Retention = { 
/**
 * Contacts: this many years after the last season someone came.
 */
contacts_years: number, 
/**
 * Attendance sheets: this many years after their day.
 */
sheets_years: number, };

export type Role = "guest" | "desk" | "trainer";

export type ScansAdded = { 
/**
 * As many pictures.
 */
pages: number, };

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

export type SessionId = { session: Id, };

export type SessionKind = "workshop" | "shooting" | "intensive" | "training" | "screening" | "forum" | "meeting";

export type SessionRow = { 
/**
 * Identity; its sheet is a document of the same one.
 */
id: Id, 
/**
 * Title as people wrote it.
 */
title: string, 
/**
 * What it is.
 */
kind: SessionKind, 
/**
 * Where.
 */
place: Id | null, 
/**
 * The day, "2026-02-24".
 */
date: string, 
/**
 * The parts that are signed apart, in order.
 */
halves: Array<Half>, 
/**
 * Who comes together.
 */
group: Id | null, 
/**
 * The films worked on.
 */
films: Array<Id>, 
/**
 * What is kept of its sheet once the time of names and signatures is over.
 */
figures: Figures | null, 
/**
 * In the calendar or in the trash.
 */
life: Life, };

export type SetField = { entity: Id, field: string, value: unknown, 
/**
 * The face whose undo it goes into; the desk's without one.
 */
face?: Id | null, 
/**
 * Edits with the same gesture are one undo step.
 */
gesture?: string | null, };

export type SetGroup = { group: Id, field: string, value: unknown, };

export type SetHealth = { person: Id, 
/**
 * Empty: the note is destroyed.
 */
text: string, until: string | null, };

export type SetPerson = { person: Id, field: string, value: unknown, };

export type SetPlace = { place: Id, field: string, value: unknown, };

export type SetRelative = { person: Id, relative: Id, field: string, value: unknown, };

export type SetRetention = { 
/**
 * After the last season someone came.
 */
contacts_years: number, 
/**
 * After the day of the session: more than those of contacts, at most 50.
 */
sheets_years: number, };

export type SetSession = { session: Id, 
/**
 * Fields and their values; all are set, or none.
 */
values: Record<string, unknown>, 
/**
 * Trainers who come onto its sheet, and who go off it: of the same all or none.
 */
trainers_on?: Array<Id>, trainers_off?: Array<Id>, };

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

export type Sex = "f" | "m";

export type Shape = "circle" | "square" | "triangle" | "star" | "diamond" | "hexagon" | "plus" | "drop" | "dome" | "heart";

export type Sheet = { session: SessionRow, place: PlaceRow | null, group: GroupRow | null, 
/**
 * Titles of the films worked on.
 */
films: Array<string>, people: Array<SheetPerson>, trainers: Array<SheetPerson>, warnings: Array<SheetWarning>, closed: ClosedSheet | null, corrections: Array<SheetCorrection>, scans: Array<SheetScan>, };

export type SheetCorrection = { at: number, by: string, reason: string, name: string, half: HalfCode, 
/**
 * What stood there before.
 */
was: Standing, 
/**
 * Whoever it is was not on what was closed.
 */
forgotten: boolean, 
/**
 * Where.
 */
state: Attended, 
/**
 * Came late, at ("10:05").
 */
late: string | null, 
/**
 * Left early, at.
 */
left: string | null, };

export type SheetLine = { session: Id, closed: boolean, 
/**
 * Participants on it.
 */
expected: number, 
/**
 * Those who were there, for a half-day at least.
 */
present: number, };

export type SheetList = { sheets: Array<SheetLine>, };

export type SheetPerson = { person: Id, 
/**
 * Their file now: another one than `person` where two were made one since.
 */
file: Id | null, 
/**
 * One identity for all lines of one person, though their file is gone.
 */
whose: Id, 
/**
 * Full name.
 */
name: string, minor: boolean, 
/**
 * Erased from the register since; the sheet keeps the name.
 */
gone: boolean, 
/**
 * One for each half-day, in order.
 */
cells: Array<Cell>, 
/**
 * The name they chose, or the given name.
 */
shown: string, shape: Shape, colour: FaceColour, };

export type SheetScan = { id: Id, 
/**
 * The bytes are at `scan/<session>/<hash>`.
 */
hash: string, added_at: number, width: number, height: number, 
/**
 * It was there when the sheet was closed, and stays.
 */
frozen: boolean, };

export type SheetWarning = { 
/**
 * Which.
 */
code: SheetWarningCode, 
/**
 * Of which half-day.
 */
half: HalfCode | null, 
/**
 * Who.
 */
names: Array<string>, 
/**
 * The other session's title, the holiday's code, the capacity, the hours that were signed for ("09:30-12:30").
 */
other: string, };

export type SheetWarningCode = "chain_signing" | "one_go" | "same_drawing" | "signed_early" | "signed_late" | "trainer_twice" | "public_holiday" | "over_capacity" | "no_trainer" | "changed" | "other_hours";

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

export type SignCell = { session: Id, person: Id, half: HalfCode, 
/**
 * Base64 of ink, one a stroke; the pad is 16,384 units wide.
 */
strokes: Array<string>, };

export type SignHandover = { slot: number, 
/**
 * As in `sign_cell`.
 */
strokes: Array<string>, };

export type Signature = { 
/**
 * In milliseconds since 1970.
 */
at: number, 
/**
 * Where the laptop is: "09:28".
 */
time: string, 
/**
 * The day of it, where it is not that of the session.
 */
other_day: string | null, 
/**
 * Null: what was drawn is damaged in the file.
 */
outline: Outline | null, };

export type SkipHandover = { slot: number, };

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

export type Standing = { 
/**
 * Where.
 */
state: Attended, 
/**
 * Came late, at ("10:05").
 */
late: string | null, 
/**
 * Left early, at.
 */
left: string | null, };

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

export type TableView = { name: string, sheets: Array<string>, sheet: string, headers: Array<string>, rows: number, 
/**
 * Up to five lines, as they were read.
 */
sample: Array<Array<string>>, 
/**
 * What each column seems to hold.
 */
mapping: Array<ImportField | null>, 
/**
 * Columns that must not be kept, and are not read.
 */
forbidden: Array<ForbiddenColumn>, 
/**
 * Sheets that cannot be read, of those that were looked at to find this one.
 */
unread: Array<string>, };

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

export type UndoRegister = Record<symbol, never>;

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

export type UnlockRegister = { passphrase?: string, code?: string, };

export type Warning = { code: WarningCode, 
/**
 * The letters, or how many texts.
 */
detail: string, };

export type WarningCode = "letters_missing" | "texts_shortened";

export type WorkspaceInfo = { path: string, name: string, read_only: boolean, };

export type WrittenPaper = { path: string, 
/**
 * Its name without its folder.
 */
name: string, size: number, 
/**
 * The JSON beside it.
 */
beside: string | null, 
/**
 * The system's viewer shows it.
 */
shown: boolean, };

export type YesNo = "yes" | "no";

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
  get_register: [GetRegister, Register];
  rate_passphrase: [RatePassphrase, PassphraseRating];
  create_register: [CreateRegister, Recovery];
  unlock_register: [UnlockRegister, Register];
  lock_register: [LockRegister, Register];
  get_calendar: [GetCalendar, Calendar];
  get_handover: [GetHandover, HandoverReply];
  sign_handover: [SignHandover, Handover];
  skip_handover: [SkipHandover, Handover];
  end_handover: [EndHandover, Register];
  keep_unlocked: [KeepUnlocked, Done];
  change_passphrase: [ChangePassphrase, PassphraseChanged];
  renew_recovery: [RenewRecovery, Recovery];
  confirm_recovery: [ConfirmRecovery, Register];
  list_refused: [ListRefused, RefusedList];
  discard_entry: [DiscardEntry, Done];
  destroy_damaged: [DestroyDamaged, DamagedDestroyed];
  list_people: [ListPeople, PersonList];
  get_person: [PersonId, Person];
  add_person: [AddPerson, Added];
  set_person: [SetPerson, Done];
  add_relative: [AddRelative, Added];
  set_relative: [SetRelative, Done];
  delete_relative: [DeleteRelative, Done];
  get_health: [PersonId, Health];
  set_health: [SetHealth, Done];
  undo_register: [UndoRegister, RegisterUndone];
  redo_register: [UndoRegister, RegisterUndone];
  read_table: [ReadTable, TableView];
  preview_import: [PreviewImport, ImportPreview];
  import_people: [ImportPeople, ImportDone];
  cancel_import: [CancelImport, Done];
  find_duplicates: [FindDuplicates, DuplicateList];
  merge_people: [MergePeople, Merged];
  keep_apart: [KeepApart, Done];
  preview_erasure: [PersonId, ErasurePreview];
  erase_person: [PersonId, Erasure];
  list_expired: [ListExpired, ExpiredList];
  preview_erase_people: [ErasePeople, ManyPreview];
  erase_people: [ErasePeople, ErasedPeople];
  erase_sheets: [EraseSheets, ErasedSheets];
  get_retention: [GetRetention, Retention];
  set_retention: [SetRetention, Retention];
  add_session: [AddSession, Added];
  set_session: [SetSession, Done];
  delete_session: [SessionId, Done];
  restore_session: [SessionId, Done];
  add_place: [AddPlace, Added];
  set_place: [SetPlace, Done];
  add_group: [AddGroup, Added];
  set_group: [SetGroup, Done];
  delete_group: [GroupId, Done];
  get_sheet: [GetSheet, Sheet];
  fill_sheet: [FillSheet, Filled];
  add_to_sheet: [OnSheet, Done];
  remove_from_sheet: [OnSheet, Done];
  mark_cell: [MarkCell, Done];
  sign_cell: [SignCell, Done];
  clear_signature: [ClearSignature, Done];
  close_sheet: [CloseSheet, Done];
  correct_cell: [CorrectCell, Done];
  attach_scan: [AttachScan, ScansAdded];
  remove_scan: [RemoveScan, Done];
  restore_scan: [RemoveScan, Done];
  list_sheets: [ListSheets, SheetList];
  export_paper: [ExportPaper, WrittenPaper];
  discard_recovery: [DiscardRecovery, DiscardedRecovery];
  hand_over: [HandOver, Handover];
}
