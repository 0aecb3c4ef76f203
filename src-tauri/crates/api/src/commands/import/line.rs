//! Someone of a list as they would come into the register: all of it, so that a wrong column shows before anything is taken in.

use std::collections::BTreeMap;

use ql_exchange::people::ImportedPerson;
use ql_model::{
    EntityId,
    day::Day,
    register::{MAJORITY, Person, Right, likened, told_again},
    vocabulary::{Occupation, PersonRole, Sex, YesNo},
};
use serde::Serialize;
use ts_rs::TS;

/// Someone of the list.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ImportLine {
    row: usize,
    given: String,
    family: String,
    #[ts(type = "string | null")]
    birth: Option<Day>,
    /// Worked out of the birth, or as it was told.
    age: Option<u8>,
    minor: bool,
    role: PersonRole,
    phone: String,
    address: String,
    commune: String,
    insurance: String,
    sex: Option<Sex>,
    qpv: Option<YesNo>,
    qpv_code: String,
    occupation: Option<Occupation>,
    leaves_alone: Option<YesNo>,
    /// Names of groups, those too that are none yet.
    groups: Vec<String>,
    relatives: Vec<ImportRelative>,
    /// Who in the register has this name and no other birth.
    known: Option<EntityId>,
    /// They had left.
    left: bool,
    /// What their file says otherwise, by field: completing leaves it so.
    stays: BTreeMap<&'static str, String>,
}

/// Someone of the family, or whoever is called or may come.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ImportRelative {
    name: String,
    relation: String,
    phone: String,
    authority: bool,
    emergency: bool,
    pickup: bool,
    /// What the file of who is known says of them once it is completed.
    completed: Rights,
}

/// What a relative may do, and whether they are called.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "ImportRights")]
pub(crate) struct Rights {
    authority: bool,
    emergency: bool,
    pickup: bool,
}

impl ImportLine {
    /// `known` is the file of who has this name in the register.
    pub fn of(person: &ImportedPerson, known: Option<&Person>, today: Day) -> Self {
        let age = person.birth.map_or(person.told_age, |birth| today.years_since(birth));
        let role = person.role;
        let there = known.map_or(&[][..], |file| &file.relatives);
        let relatives = person.relatives.iter().map(|one| {
            let (name, relation, phone) = (&*one.name, &*one.relation, &*one.phone);
            let file = told_again(there, name, relation, phone).map(|at| &there[at]);
            // What their file says stays; beside somebody who may be the same and has it not, no list gives a right.
            let may = |wanted: bool, right: Right| {
                let comes = || wanted && !right.waits(there, (name, relation, phone));
                file.map_or_else(comes, |file| right.is_given(file))
            };
            ImportRelative {
                name: one.name.clone(),
                relation: one.relation.clone(),
                phone: one.phone.clone(),
                authority: one.authority,
                emergency: one.emergency,
                pickup: one.pickup,
                completed: Rights {
                    authority: may(one.authority, Right::Authority),
                    emergency: one.emergency || file.is_some_and(|file| file.emergency),
                    pickup: may(one.pickup, Right::Pickup),
                },
            }
        });
        Self {
            row: person.row,
            given: person.given.clone(),
            family: person.family.clone(),
            birth: person.birth,
            age,
            minor: age.map_or(matches!(role, PersonRole::Participant), |age| age < MAJORITY),
            role,
            phone: person.phone.clone(),
            address: person.address.clone(),
            commune: person.commune.clone(),
            insurance: person.insurance.clone(),
            sex: person.sex,
            qpv: person.qpv,
            qpv_code: person.qpv_code.clone(),
            occupation: person.occupation,
            leaves_alone: person.leaves_alone,
            groups: person.groups.clone(),
            relatives: relatives.collect(),
            known: known.map(|file| file.id),
            left: known.is_some_and(|file| file.left),
            stays: known.map(|file| stays(file, person)).unwrap_or_default(),
        }
    }
}

fn stays(file: &Person, line: &ImportedPerson) -> BTreeMap<&'static str, String> {
    let code = |code: Option<&str>| code.unwrap_or_default().to_owned();
    let yes = |answer: Option<YesNo>| code(answer.map(YesNo::code));
    let told = [
        ("phone", file.phone.clone(), line.phone.clone()),
        ("address", file.address.clone(), line.address.clone()),
        ("commune", file.commune.clone(), line.commune.clone()),
        ("insurance", file.insurance.clone(), line.insurance.clone()),
        ("sex", code(file.sex.map(Sex::code)), code(line.sex.map(Sex::code))),
        ("qpv", yes(file.qpv), yes(line.qpv)),
        ("qpv_code", file.qpv_code.clone(), line.qpv_code.clone()),
        (
            "occupation",
            code(file.occupation.map(Occupation::code)),
            code(line.occupation.map(Occupation::code)),
        ),
        ("leaves_alone", yes(file.leaves_alone), yes(line.leaves_alone)),
    ];
    let differs = |(_, file, line): &(_, String, String)| {
        let (file, line) = (likened(file), likened(line));
        !file.is_empty() && !line.is_empty() && file.replace(' ', "") != line.replace(' ', "")
    };
    told.into_iter().filter(differs).map(|(field, file, _)| (field, file)).collect()
}
