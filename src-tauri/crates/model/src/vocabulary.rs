//! The codes people choose from: stored as they are, translated by the catalogues. No label lives here.
//!
//! Source: trade glossaries in French and English; "plan général" and "plan d'ensemble" swap between authors, so only codes are kept.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum $name { $(#[serde(rename = $code)] $(#[$vdoc])* #[doc = concat!("Code `", $code, "`.")] $variant),+ }

        impl $name {
            /// Every code, in the order they are offered; where a format writes a number, it is the place here.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// The codes as text, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The stored code.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// Reads a stored code; `None` for one of a newer version.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

pub(crate) use codes;

codes!(
    /// The one ink of a film, as in risography.
    FilmInk { Orange = "orange", Sky = "sky", Mint = "mint", Sun = "sun", Rose = "rose" }
);
codes!(
    /// The pattern that goes with a film's ink, so that colour never stands alone.
    Pattern { Mesh = "mesh", Steps = "steps", Dots = "dots", Gingham = "gingham", Waves = "waves" }
);
codes!(
    /// Width to height of the frame.
    Ratio { Wide = "16:9", Academy = "4:3", Flat = "1.85:1", Scope = "2.39:1", Square = "1:1", Upright = "9:16" }
);
codes!(
    /// How shots are numbered: 12A, 12-1, or 1 to n through the film.
    Numbering { Letters = "letters", Numbers = "numbers", Through = "through" }
);
codes!(
    /// Shot size (valeur de plan), from the widest.
    ShotSize { Els = "ELS", Vws = "VWS", Ws = "WS", Fs = "FS", Mfs = "MFS", Mcs = "MCS", Ms = "MS", Mcu = "MCU", Cu = "CU", Ecu = "ECU", Ins = "INS" }
);
codes!(
    /// What a shot is in its scene.
    ShotType {
        ShotReverse = "shot_reverse", OverShoulder = "over_shoulder", TwoShot = "two_shot", Pov = "pov",
        LongTake = "long_take", Master = "master", Cutaway = "cutaway", Establishing = "establishing",
    }
);
codes!(
    /// Height of the camera.
    Angle { Eye = "eye", High = "high", Low = "low", Overhead = "overhead", Nadir = "nadir", Dutch = "dutch" }
);
codes!(
    /// Side of the subject that the camera sees.
    Side {
        Front = "front", ThreeQuarterFront = "three_quarter_front", Profile = "profile",
        ThreeQuarterBack = "three_quarter_back", Back = "back",
    }
);
codes!(
    /// Camera movement.
    Movement {
        Static = "static", Pan = "pan", Tilt = "tilt", WhipPan = "whip_pan", PushIn = "push_in", PullBack = "pull_back",
        Truck = "truck", Arc = "arc", Follow = "follow", Zoom = "zoom", DollyZoom = "dolly_zoom", Handheld = "handheld",
        Shoulder = "shoulder", Gimbal = "gimbal", Crane = "crane", Drone = "drone", RackFocus = "rack_focus",
    }
);
codes!(
    /// What carries the camera; a shot may also say it in its own words.
    Support {
        Sticks = "sticks", HiHat = "hi_hat", Monopod = "monopod", Slider = "slider", Dolly = "dolly",
        ShoulderRig = "shoulder_rig", CarMount = "car_mount", Gimbal = "gimbal", Handheld = "handheld",
    }
);
codes!(
    /// Light on a shot.
    Light {
        Key = "key", Fill = "fill", Back = "back", Bounce = "bounce", Flag = "flag", Diffusion = "diffusion", Gel = "gel",
        Fresnel = "fresnel", Led = "led", Redhead = "redhead", Hmi = "hmi", WhiteBalance = "white_balance", DayForNight = "day_for_night",
    }
);
codes!(
    /// Sound of a shot; on screen, off screen and voice-over after Chion.
    Sound {
        Direct = "direct", OnScreen = "on_screen", OffScreen = "off_screen", VoiceOver = "voice_over", WildTrack = "wild_track",
        Guide = "guide", RoomTone = "room_tone", Foley = "foley", Adr = "adr", Mos = "mos", Slate = "slate", Lav = "lav",
        Boom = "boom", Music = "music",
    }
);
codes!(
    /// Inside or outside; with the time of day, the effect of a scene.
    IntExt { Int = "INT", Ext = "EXT", IntExt = "INT_EXT" }
);
codes!(
    /// Time of day of a scene.
    TimeOfDay { Day = "DAY", Night = "NIGHT", Dawn = "DAWN", Dusk = "DUSK", Morning = "MORNING", Evening = "EVENING" }
);
codes!(
    /// Where a shot or a scene stands.
    ShotStatus {
        Planned = "planned", Rehearsed = "rehearsed", Ready = "ready", Discuss = "discuss", Taken = "taken", Omitted = "omitted",
    }
);
codes!(
    /// Shape of a person's sticker.
    Shape {
        Circle = "circle", Square = "square", Triangle = "triangle", Star = "star", Diamond = "diamond", Hexagon = "hexagon",
        Plus = "plus", Drop = "drop", Dome = "dome", Heart = "heart",
    }
);
codes!(
    /// Colour of a person's sticker.
    FaceColour {
        Raspberry = "raspberry", Lagoon = "lagoon", Brick = "brick", Green = "green", Ochre = "ochre", Plum = "plum",
        Slate = "slate", Night = "night",
    }
);
codes!(
    /// What a session is.
    SessionKind {
        Workshop = "workshop", Shooting = "shooting", Intensive = "intensive", Training = "training", Screening = "screening",
        Forum = "forum", Meeting = "meeting",
    }
);
codes!(
    /// The parts of a day that are signed apart.
    HalfCode { Morning = "morning", Afternoon = "afternoon", Evening = "evening" }
);
codes!(
    /// What someone is to the association.
    PersonRole {
        Participant = "participant", Trainer = "trainer", SocialWorker = "social_worker", Volunteer = "volunteer", Partner = "partner",
    }
);
codes!(
    /// As funders count; nothing is "not stated".
    Sex { F = "f", M = "m" }
);
codes!(
    /// Yes or no; nothing is "not known".
    YesNo { Yes = "yes", No = "no" }
);
codes!(
    /// What someone does, as funders count.
    Occupation {
        Pupil = "pupil", Student = "student", Employed = "employed", JobSeeker = "job_seeker", Retired = "retired", Other = "other",
    }
);
codes!(
    /// Where one half-day of someone stands.
    Attended {
        Expected = "expected", Present = "present", Absent = "absent", Excused = "excused", NotExpected = "not_expected",
    }
);
codes!(
    /// Kinds of mark on a drawing.
    MarkKind { Arrow = "arrow", Text = "text" }
);
codes!(
    /// Whether a row is on the board, in the trash, or alive under a parent that is gone ("Retrouvés").
    Life { Live = "live", Trash = "trash", Lost = "lost" }
);
codes!(
    /// How far a drawing is: no stroke, sketch strokes only, ink strokes, said to be finished.
    Look { Empty = "empty", Pencil = "pencil", Drawn = "drawn", Finished = "finished" }
);

impl Ratio {
    /// Width and height, in any one unit.
    #[must_use]
    pub fn sides(self) -> (f32, f32) {
        match self {
            Ratio::Wide => (16.0, 9.0),
            Ratio::Academy => (4.0, 3.0),
            Ratio::Flat => (1.85, 1.0),
            Ratio::Scope => (2.39, 1.0),
            Ratio::Square => (1.0, 1.0),
            Ratio::Upright => (9.0, 16.0),
        }
    }
}
