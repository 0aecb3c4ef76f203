//! The fields of each kind: what may be written in them and which of them are long texts. The one table that edits are checked against.

use crate::{
    day::{self, Day},
    entity::{Kind, Value},
    id::EntityId,
    ink::Colour,
    season::Half,
    text::plain,
    vocabulary::{
        Angle, Attended, FaceColour, FilmInk, IntExt, Movement, Numbering, Occupation, Pattern, PersonRole,
        Ratio, SessionKind, Sex, Shape, ShotSize, ShotStatus, ShotType, Side, TimeOfDay, YesNo,
    },
};

/// Longest line of text, in characters.
pub const LINE: usize = 20_000;
/// Longest name of someone or something of the register or the calendar, in characters.
pub const NAME: usize = 200;
/// Longest of the other texts of a form, in characters.
pub const WORDS: usize = 1_000;
/// Longest text (action, dialogue, notes, summary), in characters.
pub const TEXT: usize = 200_000;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// One line of text.
    Line,
    /// A name, or as short: one line of at most [`NAME`] characters, without marks that nobody sees.
    Name,
    /// What stands in a form, like an address: at most [`WORDS`] characters, without marks that nobody sees.
    Words,
    /// A text of its own, edited by splices.
    Text,
    /// One of these codes, or nothing.
    Code(&'static [&'static str]),
    /// Any number of codes or own words, kept as one line joined by `+`.
    Codes,
    /// A number in this range.
    Int(i64, i64),
    /// Yes or no.
    Bool,
    /// The hash of a picture, or nothing.
    Media,
    /// A day ("2026-02-24"), or nothing.
    Date,
    /// A time of day ("09:30"), or nothing.
    Time,
    /// An identity, or nothing.
    Id,
    /// Any number of identities, kept as one line joined by `+`.
    Ids,
    /// The half-days of a session, kept as one line.
    Halves,
}

/// A value that its field does not take.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldError {
    /// The kind has no such field.
    #[error("{kind} has no field {field:?}")]
    Unknown {
        /// The kind of the entity.
        kind: &'static str,
        /// The field asked for.
        field: String,
    },
    /// Another type of value, or a code or number outside the range.
    #[error("{field} does not take this value")]
    Value {
        /// The field.
        field: String,
    },
    /// Longer than [`LINE`] or [`TEXT`].
    #[error("{field} is longer than {limit} characters")]
    TooLong {
        /// The field.
        field: String,
        /// The limit, in characters.
        limit: usize,
    },
}

/// A day, in milliseconds: no panel is longer.
const DAY: i64 = 86_400_000;
/// Frame units a coordinate may take.
const FAR: i64 = 32_767;

/// The type of a field.
#[must_use]
pub fn type_of(kind: Kind, field: &str) -> Option<Type> {
    use Type::{Bool, Code, Codes, Int, Line, Media, Text};
    Some(match (kind, field) {
        (Kind::Film, "title") | (Kind::Face, "name") => Line,
        (Kind::Film, "ink") => Code(FilmInk::CODES),
        (Kind::Film, "pattern") => Code(Pattern::CODES),
        (Kind::Film, "ratio") => Code(Ratio::CODES),
        (Kind::Film, "numbering") => Code(Numbering::CODES),
        (Kind::Film, "archived") | (Kind::Face, "removed") | (Kind::Drawing, "finished") => Bool,
        (Kind::Face, "shape") => Code(Shape::CODES),
        (Kind::Face, "colour") => Code(FaceColour::CODES),
        (Kind::Scene, "heading" | "subset" | "story_day") => Line,
        (Kind::Scene | Kind::Shot, "characters") => Line,
        (Kind::Scene, "int_ext") => Code(IntExt::CODES),
        (Kind::Scene, "time_of_day") => Code(TimeOfDay::CODES),
        (Kind::Scene, "summary")
        | (Kind::Shot | Kind::Panel, "action" | "dialogue")
        | (Kind::Shot, "notes")
        | (Kind::Lettering, "text") => Text,
        (Kind::Shot, "size") => Code(ShotSize::CODES),
        (Kind::Shot, "shot_type") => Code(ShotType::CODES),
        (Kind::Shot, "angle") => Code(Angle::CODES),
        (Kind::Shot, "side") => Code(Side::CODES),
        (Kind::Shot, "movement") => Code(Movement::CODES),
        (Kind::Scene | Kind::Shot, "status") => Code(ShotStatus::CODES),
        (Kind::Shot, "support" | "lens") => Line,
        (Kind::Shot, "light" | "sound") => Codes,
        (Kind::Shot, "estimate_ms") | (Kind::Panel, "duration_ms") => Int(0, DAY),
        (Kind::Shot, "setup_minutes") => Int(0, 1440),
        (Kind::Drawing, "picture") => Media,
        (Kind::Arrow | Kind::Lettering, "x0" | "y0") | (Kind::Arrow, "x1" | "y1" | "bend") => Int(-FAR, FAR),
        (Kind::Arrow | Kind::Lettering, "size") => Int(8, 4096),
        (Kind::Arrow | Kind::Lettering, "colour") => Code(Colour::CODES),
        _ => return of_people(kind, field),
    })
}

/// The fields of the calendar, of the register and of its sheets: those the association is asked for, and no others.
fn of_people(kind: Kind, field: &str) -> Option<Type> {
    use Type::{Bool, Code, Date, Halves, Id, Ids, Int, Name, Text, Time, Words};
    Some(match (kind, field) {
        (Kind::Session, "title") | (Kind::Place | Kind::Group, "name") => Name,
        (Kind::Place, "address") => Words,
        (Kind::Session, "kind_of") => Code(SessionKind::CODES),
        (Kind::Session, "date") => Date,
        (Kind::Session, "halves") => Halves,
        (Kind::Session, "room" | "group") | (Kind::Person, "face" | "merged") | (Kind::Health, "person") => {
            Id
        }
        (Kind::Session, "films") | (Kind::Person, "groups") => Ids,
        (Kind::Place, "capacity") => Int(1, 100_000),
        (Kind::Person, "given" | "family" | "phone") | (Kind::Relative, "name" | "relation" | "phone") => {
            Name
        }
        (Kind::Person, "address" | "commune" | "insurance" | "qpv_code") => Words,
        (Kind::Person, "role") => Code(PersonRole::CODES),
        (Kind::Person, "birth" | "told_on") | (Kind::Health, "until") => Date,
        (Kind::Person, "told_age") => Int(0, 120),
        (Kind::Person, "sex") => Code(Sex::CODES),
        (Kind::Person, "qpv" | "leaves_alone") => Code(YesNo::CODES),
        (Kind::Person, "occupation") => Code(Occupation::CODES),
        (Kind::Person, "left" | "withdrawn") | (Kind::Relative, "authority" | "emergency" | "pickup") => Bool,
        (Kind::Health, "text") => Text,
        (Kind::Attendance, "late" | "early") => Time,
        (Kind::Attendance, "state") => Code(Attended::CODES),
        _ => return None,
    })
}

/// The long texts of a kind.
#[must_use]
pub fn texts(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Scene => &["summary"],
        Kind::Shot => &["action", "dialogue", "notes"],
        Kind::Panel => &["action", "dialogue"],
        Kind::Lettering | Kind::Health => &["text"],
        _ => &[],
    }
}

/// Checks a JSON value against a field and turns it into what is stored. Long texts come back as [`Value::Text`].
///
/// # Errors
/// When the kind has no such field, or the field does not take the value.
pub fn check(kind: Kind, field: &str, value: &serde_json::Value) -> Result<Value, FieldError> {
    use serde_json::Value as Json;
    let Some(expected) = type_of(kind, field) else {
        return Err(FieldError::Unknown { kind: kind.code(), field: field.chars().take(80).collect() });
    };
    let wrong = || FieldError::Value { field: field.to_owned() };
    let limited = |text: &str, limit: usize| {
        if text.chars().count() > limit {
            Err(FieldError::TooLong { field: field.to_owned(), limit })
        } else {
            Ok(Value::Text(text.to_owned()))
        }
    };
    match (expected, value) {
        (Type::Line | Type::Name | Type::Words | Type::Codes, Json::Null) => Ok(Value::Text(String::new())),
        (Type::Ids | Type::Halves, Json::Null) => Ok(Value::Text(String::new())),
        (Type::Code(_) | Type::Media | Type::Date | Type::Time | Type::Id, Json::Null) => Ok(Value::Null),
        (Type::Int(..), Json::Null) if matches!(field, "capacity" | "told_age") => Ok(Value::Null),
        (Type::Date, Json::String(text)) => {
            let day: Day = text.parse().map_err(|_| wrong())?;
            Ok(Value::Text(day.to_string()))
        }
        (Type::Time, Json::String(text)) => {
            day::minutes(text).ok_or_else(wrong)?;
            Ok(Value::Text(text.clone()))
        }
        (Type::Id, Json::String(text)) => {
            let id: EntityId = text.parse().map_err(|_| wrong())?;
            Ok(Value::Text(id.to_string()))
        }
        (Type::Ids, Json::Array(items)) => {
            let ids: Option<Vec<String>> = items
                .iter()
                .map(|item| item.as_str()?.parse::<EntityId>().ok().map(|id| id.to_string()))
                .collect();
            limited(&ids.ok_or_else(wrong)?.join("+"), LINE)
        }
        (Type::Halves, Json::Array(_)) => {
            let halves: Vec<Half> = serde_json::from_value(value.clone()).map_err(|_| wrong())?;
            Ok(Value::Text(Half::write(&halves).ok_or_else(wrong)?))
        }
        (Type::Line, Json::String(text)) => limited(text, LINE),
        (Type::Name, Json::String(text)) => limited(&plain(text, false), NAME),
        (Type::Words, Json::String(text)) => limited(&plain(text, true), WORDS),
        (Type::Text, Json::String(text)) => limited(text, TEXT),
        (Type::Code(codes), Json::String(code)) if codes.contains(&code.as_str()) => {
            Ok(Value::Text(code.clone()))
        }
        (Type::Codes, Json::Array(items)) => {
            let words: Option<Vec<&str>> = items.iter().map(Json::as_str).collect();
            let words: Vec<String> = words
                .ok_or_else(wrong)?
                .iter()
                .map(|w| w.replace('+', " ").trim().to_owned())
                .filter(|w| !w.is_empty())
                .collect();
            limited(&words.join("+"), LINE)
        }
        (Type::Codes, Json::String(text)) => limited(text, LINE),
        (Type::Int(least, most), Json::Number(n)) => {
            // A browser may send 2.5; durations and coordinates are whole.
            let n = n
                .as_i64()
                .or_else(|| n.as_f64().filter(|f| f.abs() < 1e15).map(|f| f.round() as i64))
                .ok_or_else(wrong)?;
            if (least..=most).contains(&n) { Ok(Value::Int(n)) } else { Err(wrong()) }
        }
        (Type::Bool, Json::Bool(yes)) => Ok(Value::Bool(*yes)),
        (Type::Media, Json::String(hash))
            if hash.len() == 64 && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) =>
        {
            Ok(Value::Text(hash.clone()))
        }
        _ => Err(wrong()),
    }
}

/// Reads back what [`Type::Codes`] stores.
#[must_use]
pub fn split_codes(text: &str) -> Vec<String> {
    text.split('+').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_are_taken_or_refused_by_their_field() {
        assert_eq!(check(Kind::Shot, "size", &json!("CU")), Ok(Value::Text("CU".into())));
        assert_eq!(check(Kind::Shot, "size", &json!(null)), Ok(Value::Null));
        assert!(
            check(Kind::Shot, "size", &json!("HUGE")).is_err(),
            "a code outside the vocabulary is refused"
        );
        assert!(check(Kind::Shot, "place", &json!("x")).is_err(), "a place is moved, never set");
        assert_eq!(
            check(Kind::Shot, "sound", &json!(["direct", "boom"])),
            Ok(Value::Text("direct+boom".into()))
        );
        assert_eq!(check(Kind::Panel, "duration_ms", &json!(2500.4)), Ok(Value::Int(2500)));
        assert!(check(Kind::Panel, "duration_ms", &json!(-1)).is_err());
        let long = "🙂".repeat(10_000);
        assert_eq!(
            check(Kind::Film, "title", &json!(long)),
            Ok(Value::Text(long)),
            "ten thousand emoji are a title"
        );
        assert!(matches!(
            check(Kind::Film, "title", &json!("x".repeat(LINE + 1))),
            Err(FieldError::TooLong { .. })
        ));
    }
}
