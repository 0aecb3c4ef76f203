//! People: the fields an association needs and may ask for, and nothing more (RGPD, art. 5-1-c). Never religion, origin, nationality,
//! social-security number, or what someone thinks of a person. Health is a document apart, with a key apart.

mod relatives;

pub use relatives::{Right, told_again};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization as _;

use crate::{
    day::Day,
    document::Document,
    entity::{Entity, Kind},
    id::EntityId,
    place::Place,
    season::ids,
    vocabulary::{Occupation, PersonRole, Sex, YesNo},
};

/// Under this age, someone is a minor.
pub const MAJORITY: u8 = 18;

/// Someone of the register. Its id is its document's, drawn at random.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Identity.
    pub id: EntityId,
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// What someone is to the association.
    pub role: PersonRole,
    /// The face that shows the name this person chose.
    pub face: Option<EntityId>,
    /// Day of birth.
    pub birth: Option<Day>,
    /// The age that was told where the day of birth was not.
    pub told_age: Option<u8>,
    /// When that was told; not known of files of before.
    pub told_on: Option<Day>,
    /// Own telephone.
    pub phone: String,
    /// Postal address.
    pub address: String,
    /// Commune, as funders count.
    pub commune: String,
    /// Insurance: company and number.
    pub insurance: String,
    /// As funders count.
    pub sex: Option<Sex>,
    /// Lives in a priority neighbourhood (QPV).
    pub qpv: Option<YesNo>,
    /// Code of that neighbourhood.
    pub qpv_code: String,
    /// What someone does, as funders count.
    pub occupation: Option<Occupation>,
    /// Whether a minor may leave alone.
    pub leaves_alone: Option<YesNo>,
    /// The groups someone comes with.
    pub groups: Vec<EntityId>,
    /// Does not come any more.
    pub left: bool,
    /// Guardians, who is called, who may come.
    pub relatives: Vec<Relative>,
    /// Those who look like this person in the register, and are not.
    pub apart: Vec<EntityId>,
}

/// A guardian, someone to call, or someone who may pick up a minor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Relative {
    /// Identity.
    pub id: EntityId,
    /// Full name.
    pub name: String,
    /// What they are to the person, in own words ("mère").
    pub relation: String,
    /// Telephone.
    pub phone: String,
    /// Holds parental authority.
    pub authority: bool,
    /// Called in an emergency.
    pub emergency: bool,
    /// May come and take the minor home.
    pub pickup: bool,
    /// Where they stand among the others: who is to be called first was written first.
    #[serde(skip)]
    pub index: String,
}

/// What a camp must know of someone's health; destroyed after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Health {
    /// Its document.
    pub id: EntityId,
    /// Whose it is.
    pub person: EntityId,
    /// What must be known.
    pub text: String,
    /// The last day it is needed.
    pub until: Option<Day>,
}

impl Person {
    /// Full name, given name first.
    #[must_use]
    pub fn name(&self) -> String {
        [self.given.trim(), self.family.trim()].join(" ").trim().to_owned()
    }

    /// Age on a day; where the day of birth is not known the one that was told, and the whole years since.
    #[must_use]
    pub fn age(&self, today: Day) -> Option<u8> {
        match self.birth {
            Some(birth) => today.years_since(birth),
            None => self.told_age.map(|age| grown(age, self.told_on, today)),
        }
    }

    /// Whether someone is to be treated as a minor: also a participant of whom no age is known.
    #[must_use]
    pub fn is_minor(&self, today: Day) -> bool {
        self.age(today).map_or(matches!(self.role, PersonRole::Participant), |age| age < MAJORITY)
    }

    /// What a search looks in: the names, likened, and once more as who knows no apostrophe writes them.
    #[must_use]
    pub fn folded(&self) -> String {
        let names = format!("{} {} {}", self.given, self.family, self.given);
        let (parted, joined) = (likened(&names), likened(&without_apostrophes(&names)));
        if parted == joined { parted } else { format!("{parted} {joined}") }
    }
}

/// An age that was told on a day, and the whole years since.
fn grown(age: u8, told: Option<Day>, today: Day) -> u8 {
    age.saturating_add(told.and_then(|told| today.years_since(told)).unwrap_or(0))
}

/// Text folded, and letters that have no accent to lose as who has not got them writes them: "Yıldız" is "yildiz", "Łukasz" "lukasz". So
/// names are looked for and compared.
#[must_use]
pub fn likened(text: &str) -> String {
    let folded = fold(text);
    if folded.is_ascii() {
        return folded;
    }
    let mut out = String::with_capacity(folded.len());
    for letter in folded.chars() {
        match letter {
            'ı' => out.push('i'),
            'ł' => out.push('l'),
            'ø' | 'ɔ' => out.push('o'),
            'đ' | 'ð' | 'ɗ' => out.push('d'),
            'ɓ' => out.push('b'),
            'ɛ' | 'ə' => out.push('e'),
            'ħ' => out.push('h'),
            'ŋ' | 'ɲ' => out.push('n'),
            'ŧ' => out.push('t'),
            'ƴ' => out.push('y'),
            'þ' => out.push_str("th"),
            letter => out.push(letter),
        }
    }
    out
}

/// A name as who knows no apostrophe writes it: "NDiaye", "OBrien".
#[must_use]
pub fn without_apostrophes(name: &str) -> String {
    name.replace(['\'', '’', 'ʼ', 'ʿ', 'ʾ', '‘', '`', '´'], "")
}

/// Text without accents, case or punctuation, words parted by one space. The order of an attendance sheet, and so the hash it is closed
/// with, goes by it: what becomes of a letter here stays so.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd().flat_map(char::to_lowercase) {
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            c if unicode_normalization::char::is_combining_mark(c) => {}
            c if c.is_alphanumeric() => folded.push(c),
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Reads a person's document.
#[must_use]
pub fn person(document: &Document) -> Option<Person> {
    let root = document.entity(document.id().root()).filter(|root| root.kind == Kind::Person)?;
    let text = |field: &str| root.field(field).text().to_owned();
    let mut relatives: Vec<Relative> = document
        .everything()
        .entities
        .into_iter()
        .filter_map(|id| document.entity(id))
        .filter(|entity| entity.kind == Kind::Relative && entity.alive)
        .map(|entity| relative(&entity))
        .collect();
    relatives.sort_by(|a, b| {
        (!a.authority, &a.index, &a.name, a.id).cmp(&(!b.authority, &b.index, &b.name, b.id))
    });
    Some(Person {
        id: root.id,
        given: text("given"),
        family: text("family"),
        role: PersonRole::parse(root.field("role").text()).unwrap_or(PersonRole::Participant),
        face: root.field("face").text().parse().ok(),
        birth: root.field("birth").text().parse().ok(),
        told_age: match root.field("told_age") {
            crate::entity::Value::Int(age) => u8::try_from(*age).ok(),
            _ => None,
        },
        told_on: root.field("told_on").text().parse().ok(),
        phone: text("phone"),
        address: text("address"),
        commune: text("commune"),
        insurance: text("insurance"),
        sex: Sex::parse(root.field("sex").text()),
        qpv: YesNo::parse(root.field("qpv").text()),
        qpv_code: text("qpv_code"),
        occupation: Occupation::parse(root.field("occupation").text()),
        leaves_alone: YesNo::parse(root.field("leaves_alone").text()),
        groups: ids(root.field("groups")),
        left: root.field("left").yes(),
        relatives,
        apart: ids(root.field("apart")),
    })
}

fn relative(entity: &Entity) -> Relative {
    Relative {
        id: entity.id,
        name: entity.field("name").text().to_owned(),
        relation: entity.field("relation").text().to_owned(),
        phone: entity.field("phone").text().to_owned(),
        authority: entity.field("authority").yes(),
        emergency: entity.field("emergency").yes(),
        pickup: entity.field("pickup").yes(),
        index: entity.field("place").text().parse::<Place>().map(|place| place.index).unwrap_or_default(),
    }
}

/// Reads a health note's document.
#[must_use]
pub fn health(document: &Document) -> Option<Health> {
    let root = document.entity(document.id().root()).filter(|root| root.kind == Kind::Health)?;
    Some(Health {
        id: root.id,
        person: root.field("person").text().parse().ok()?,
        text: document.text(root.id, "text"),
        until: root.field("until").text().parse().ok(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_that_was_told_grows_with_the_years() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let told = Some(day("2026-11-28"));
        for (today, age) in [("2026-12-01", 16), ("2027-11-27", 16), ("2028-11-28", 18), ("2026-01-01", 16)] {
            assert_eq!(grown(16, told, day(today)), age, "{today}");
        }
        assert_eq!(grown(16, None, day("2030-01-01")), 16, "nobody knows when it was told");
    }

    #[test]
    fn names_are_found_whatever_their_accents() {
        assert_eq!(fold("  Aïssatou  DIALLO-Ndiaye "), "aissatou diallo ndiaye");
        assert_eq!(fold("Œdipe d’Éphèse"), "oedipe d ephese");
        assert_eq!(fold("Nguyễn"), "nguyen");
        assert_eq!(fold("---"), "");
        assert_eq!(likened("Işıl YILDIZ, Łukasz Øre, Đorđe, Fɛnɛ"), "isil yildiz lukasz ore dorde fene");
        assert_eq!(likened(&without_apostrophes("N’DIAYE")), "ndiaye");
    }
}
