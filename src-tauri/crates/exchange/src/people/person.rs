//! Someone as a list tells them: values of the register, before anyone has an identity.

use ql_model::{
    day::Day,
    register::fold,
    vocabulary::{Occupation, PersonRole, Sex, YesNo},
};

use super::{names, numbers};

/// Someone of a list. Texts are empty where nothing was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedPerson {
    /// The number of the line, as a spreadsheet shows it.
    pub row: usize,
    /// Given name; it or the family name is there.
    pub given: String,
    /// Family name.
    pub family: String,
    /// What someone is to the association; a participant where nothing was said.
    pub role: PersonRole,
    /// Day of birth.
    pub birth: Option<Day>,
    /// The age that was told, only where the day of birth was not.
    pub told_age: Option<u8>,
    /// Telephone.
    pub phone: String,
    /// Address.
    pub address: String,
    /// Commune.
    pub commune: String,
    /// Insurance.
    pub insurance: String,
    /// As funders count.
    pub sex: Option<Sex>,
    /// Lives in a priority neighbourhood.
    pub qpv: Option<YesNo>,
    /// Code of that neighbourhood.
    pub qpv_code: String,
    /// What someone does.
    pub occupation: Option<Occupation>,
    /// Whether a minor may leave alone.
    pub leaves_alone: Option<YesNo>,
    /// Names of groups.
    pub groups: Vec<String>,
    /// Guardians, who is called, who may come.
    pub relatives: Vec<ImportedRelative>,
    /// What stands where a parent should, and may be somebody else.
    pub no_parents: Vec<String>,
}

/// Someone of the family, or whoever is called or may come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedRelative {
    /// Full name; empty where only a telephone was told.
    pub name: String,
    /// What they are, in the list's own word ("mère").
    pub relation: String,
    /// Telephone.
    pub phone: String,
    /// Holds parental authority.
    pub authority: bool,
    /// Called in an emergency.
    pub emergency: bool,
    /// May take a minor home.
    pub pickup: bool,
}

impl ImportedRelative {
    fn says_nothing(&self) -> bool {
        self.name.is_empty() && self.phone.is_empty()
    }

    /// Whether another entry of the same line is this one: the same name, "mère" for the mother, or only the same telephone.
    fn is(&self, other: &Self) -> bool {
        let phones_agree = other.phone.is_empty() || self.phone.is_empty() || self.phone == other.phone;
        if other.name.is_empty() {
            return !other.phone.is_empty() && self.phone == other.phone;
        }
        let named = |own: &str| !own.is_empty() && fold(own) == fold(&other.name);
        phones_agree && (named(&self.name) || named(&self.relation))
    }
}

/// Adds someone to the relatives of a line, or what they are to one who is there. Several in one cell are added one by one where it is known
/// whose each telephone is.
pub(crate) fn add(relatives: &mut Vec<ImportedRelative>, mut relative: ImportedRelative) {
    // What stands in brackets on a line of its own is a word about who stands above.
    relative.name = relative.name.replace("\n(", " (");
    let parts = |by: &[char]| -> Vec<String> {
        relative.name.split(by).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let behind: Vec<_> =
        parts(&[',', ';', '/', '\n']).iter().filter_map(|part| numbers::behind(part)).collect();
    let (names, phones) =
        (parts(&['\n']), relative.phone.split(" / ").map(str::to_owned).collect::<Vec<_>>());
    let pairs: Vec<(String, String)> = if relative.phone.is_empty()
        && behind.len() > 1
        && behind.len() == parts(&[',', ';', '/', '\n']).len()
    {
        behind
    } else if names.len() > 1 && names.len() == phones.len() && !numbers::is_number(&relative.name) {
        names.into_iter().zip(phones).collect()
    } else {
        return add_one(relatives, relative);
    };
    for (name, phone) in pairs {
        add_one(relatives, ImportedRelative { name, phone, ..relative.clone() });
    }
}

fn add_one(relatives: &mut Vec<ImportedRelative>, mut relative: ImportedRelative) {
    relative.name = relative.name.replace('\n', " / ");
    if names::is_title(&relative.name) {
        relative.name.clear();
    }
    if relative.phone.is_empty()
        && let Some((name, phone)) = numbers::behind(&relative.name)
    {
        (relative.name, relative.phone) = (name, phone);
    }
    if numbers::is_number(&relative.name) {
        // A telephone under "Mère" or "Urgence".
        let number = numbers::phones(&relative.name);
        relative.name.clear();
        if relative.phone.is_empty() {
            relative.phone = number;
        } else if relative.phone != number {
            relative.phone = format!("{} / {number}", relative.phone);
        }
    }
    if relative.says_nothing() {
        return;
    }
    let Some(same) = relatives.iter_mut().find(|other| other.is(&relative)) else {
        relatives.push(relative);
        return;
    };
    same.authority |= relative.authority;
    same.emergency |= relative.emergency;
    same.pickup |= relative.pickup;
    if same.phone.is_empty() {
        same.phone = relative.phone;
    }
}
