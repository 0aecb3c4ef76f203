//! What a heading says, in French and English: whose column it is, and what of them.

use ql_model::register::fold;

use super::{
    asks,
    field::Field,
    forbidden,
    kin::{
        ADULT, ALLOWED, AUTHORITY, CALL, EMERGENCY, FATHER, GUARDIAN, HAVING, LED, MOTHER, OF_AUTHORITY,
        OF_OTHER, PICKUP, RELATION,
    },
    lexicon::{
        ADDRESS, AGE, ALONE, BESIDE, BIRTH, COMMUNE, FAMILY, GIVEN, GROUP, INSURANCE, LEAVES, MAIL, NOT,
        NUMBER, OCCUPATION, OF_ADDRESS, OF_AGE, OF_BIRTH, OF_COMMUNE, OF_GROUP, OF_INSURANCE, OF_LEAVING,
        OF_NAME, OF_OCCUPATION, OF_PHONE, OF_QPV, OF_ROLE, OF_SEX, PHONE, ROLE, SEX, SEXES, SOMEONE,
    },
};

/// Longest heading, in characters: a longer text is a sentence.
const LONGEST: usize = 80;

/// Whose a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    Own,
    Guardian(Which),
    Emergency,
    Pickup,
}

/// Which of the guardians.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// It is not said.
    Any,
    First,
    Second,
    Mother,
    Father,
}

/// What a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heading {
    /// A field of the person.
    Own(Field),
    /// "Nom" and nothing else: the family name, or both where no other column holds the given one.
    Name,
    /// Of someone else.
    Of(Whose, What),
}

/// What of someone else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Name,
    Relation,
    Phone,
}

/// The words of a heading.
pub(super) struct Words(pub(super) Vec<String>);

impl Words {
    pub(super) fn of(heading: &str) -> Self {
        Self(words(heading))
    }

    pub(super) fn has(&self, list: &[&str]) -> bool {
        self.0.iter().any(|word| list.contains(&word.as_str()))
    }

    /// Whether every word is of these, a figure, or one that says nothing.
    pub(super) fn are(&self, lists: &[&[&str]]) -> bool {
        let figure = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let listed = |word: &str| lists.iter().chain(&[BESIDE]).any(|list| list.contains(&word));
        self.0.iter().all(|word| figure(word) || listed(word))
    }

    /// Whether it has a word of a field, and beside it only those that may be there.
    fn say(&self, keys: &[&str], beside: &[&str]) -> bool {
        self.has(keys) && self.are(&[keys, beside, SOMEONE])
    }
}

/// The words of a heading, folded; figures stand apart from letters.
pub(crate) fn words(heading: &str) -> Vec<String> {
    let folded = fold(&heading.replace(['º', '°', 'ª'], " "));
    let mut words: Vec<String> = Vec::new();
    for word in folded.split(' ') {
        let mut figures = None;
        for letter in word.chars() {
            let is = Some(letter.is_ascii_digit());
            match words.last_mut().filter(|_| figures == is) {
                Some(last) => last.push(letter),
                None => words.push(letter.to_string()),
            }
            figures = is;
        }
    }
    // "C.P.", "D.O.B."
    if matches!(words.concat().as_str(), "cp" | "dob") {
        return vec![words.concat()];
    }
    // "Champ complémentaire 1 Date de naissance", as forms number their questions.
    if let [field, more, ..] = words.as_slice()
        && matches!(field.as_str(), "champ" | "question")
        && matches!(more.as_str(), "complementaire" | "additionnel" | "additionnelle" | "personnalise")
    {
        let figures = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
        let number = words.get(2).is_some_and(figures) && words.len() > 3;
        words.drain(..2 + usize::from(number));
    }
    words
}

/// Whether a text is a heading that is known; also one that must not be read.
pub(crate) fn known(text: &str) -> bool {
    text.chars().count() <= LONGEST
        && (heading(text).is_some() || asks::is_relation(text) || forbidden::word(text).is_some())
}

/// What a heading says; nothing where it is not known.
pub(crate) fn heading(text: &str) -> Option<Heading> {
    let words = Words::of(text);
    // "Nom de jeune fille" is a name that is no longer used.
    if words.has(MAIL) || words.leads() || (words.has(&["jeune"]) && words.has(&["fille"])) {
        return None;
    }
    let alone = words.has(ALONE);
    let whose = words.whose();
    // What is forbidden is not read as what is allowed; "no" is a number too, and "(oui/non)" forbids nothing.
    let asks = |word: &str| {
        (word == "non" && words.has(&["oui"])) || (word == "no" && (!alone || words.has(&["yes"])))
    };
    let not = words.0.iter().any(|word| NOT.contains(&word.as_str()) && !asks(word));
    if not && (alone || whose != Whose::Own) {
        return None;
    }
    if alone {
        // Who swims alone does not leave alone, nor does who is told for the noon only.
        let leaves = words.has(LEAVES) || words.are(&[ALONE]);
        let only = words.are(&[ALONE, LEAVES, OF_LEAVING, SOMEONE]);
        return (leaves && only).then_some(Heading::Own(Field::LeavesAlone));
    }
    match whose {
        Whose::Own => words.own(),
        whose => words.of_other().map(|what| Heading::Of(whose, what)),
    }
}

impl Words {
    /// Who leads the workshop is nobody's guardian, nor a group.
    pub(super) fn leads(&self) -> bool {
        self.has(&["responsable", "responsables", "resp", "referent", "referente"]) && self.has(LED)
    }

    pub(super) fn whose(&self) -> Whose {
        if self.has(EMERGENCY) || (self.has(CALL) && (self.has(ADULT) || self.has(&["qui", "contact"]))) {
            return Whose::Emergency;
        }
        if self.has(PICKUP) || (self.has(ADULT) && self.has(ALLOWED)) {
            return Whose::Pickup;
        }
        let (mother, father) = (self.has(MOTHER), self.has(FATHER));
        if !mother && !father && !self.has(GUARDIAN) && !self.of_authority() {
            return Whose::Own;
        }
        // "Nom de famille" is a name; "famille" alone stands for those at home.
        let (family, others) = GUARDIAN.split_last().unwrap_or((&"", &[]));
        if self.has(&[family]) && self.has(&["nom", "name"]) && !self.has(others) && !mother && !father {
            return Whose::Own;
        }
        Whose::Guardian(match (mother, father) {
            (true, false) => Which::Mother,
            (false, true) => Which::Father,
            _ if self.has(&["2", "deux", "second", "seconde", "deuxieme", "autre", "other"]) => Which::Second,
            _ if self.has(&["1", "premier", "premiere", "first"]) => Which::First,
            _ => Which::Any,
        })
    }

    /// Who has the authority of a parent, and nothing of what else they are.
    pub(super) fn of_authority(&self) -> bool {
        let others = [MOTHER, FATHER, GUARDIAN, EMERGENCY, PICKUP];
        AUTHORITY.iter().all(|words| self.has(words)) && !others.iter().any(|words| self.has(words))
    }

    /// Who has it, and is a guardian.
    pub(super) fn has_authority(&self) -> bool {
        AUTHORITY.iter().all(|words| self.has(words)) && self.has(HAVING) && self.has(GUARDIAN)
    }

    fn of_other(&self) -> Option<What> {
        // "Domicile mère" is where she lives, "Tél. domicile mère" her telephone.
        if (self.has(ADDRESS) || self.has(COMMUNE)) && !self.has(PHONE) {
            return None;
        }
        let people: [&[&str]; 6] = [MOTHER, FATHER, GUARDIAN, EMERGENCY, PICKUP, SOMEONE];
        let what: [&[&str]; 10] =
            [CALL, ADULT, ALLOWED, OF_OTHER, GIVEN, FAMILY, OF_NAME, PHONE, NUMBER, OF_PHONE];
        // Beside a guardian it says something of them: "mère : autorité parentale (oui/non)".
        let authority = [AUTHORITY[0], AUTHORITY[1], OF_AUTHORITY, HAVING];
        let authority = if self.of_authority() || self.has_authority() { &authority[..] } else { &[] };
        if !self.are(&[&people[..], &what[..], &[RELATION], authority].concat()) {
            return None;
        }
        let name = self.has(GIVEN) || self.has(FAMILY) || self.has(&["name", "names", "identite"]);
        Some(match () {
            // "(nom, téléphone)": the number is looked for behind the name.
            () if name => What::Name,
            () if self.has(PHONE) || self.has(&["numero", "number"]) => What::Phone,
            () if self.has(RELATION) => What::Relation,
            // "Famille" alone may be a name as well.
            () if self.are(&[&["famille"]]) => return None,
            () => What::Name,
        })
    }

    fn own(&self) -> Option<Heading> {
        let field = |field| Some(Heading::Own(field));
        let place = self.has(&["lieu", "departement", "pays", "place"]);
        if self.has_name() {
            return self.name();
        }
        if (self.say(BIRTH, OF_BIRTH) || (self.has(&["ne", "nee"]) && self.say(OF_BIRTH, &[]))) && !place {
            return field(Field::Birth);
        }
        let qpv = self.has(&["qpv"])
            || (self.has(&["quartier"]) && self.has(&["prioritaire", "prioritaires", "politique"]));
        if qpv && self.are(&[OF_QPV, SOMEONE]) {
            let code = self.has(&["code", "numero", "no", "nom", "lequel", "identifiant"]);
            return field(if code { Field::QpvCode } else { Field::Qpv });
        }
        let civil = self.has(&["responsabilite"]) && self.has(&["civile"]);
        if self.say(INSURANCE, OF_INSURANCE) || (civil && self.are(&[OF_INSURANCE, INSURANCE])) {
            return field(Field::Insurance);
        }
        // "Tél. domicile" is no address, and "code" is postal or none.
        let fields: [(&[&str], &[&str], Field); 8] = [
            (AGE, OF_AGE, Field::ToldAge),
            (PHONE, &[NUMBER, OF_PHONE].concat(), Field::Phone),
            (COMMUNE, OF_COMMUNE, Field::Commune),
            (ADDRESS, OF_ADDRESS, Field::Address),
            (SEX, OF_SEX, Field::Sex),
            (ROLE, OF_ROLE, Field::Role),
            (GROUP, OF_GROUP, Field::Group),
            (OCCUPATION, OF_OCCUPATION, Field::Occupation),
        ];
        if let Some((.., found)) = fields.into_iter().find(|(keys, beside, _)| self.say(keys, beside)) {
            return field(found);
        }
        if matches!(self.0.as_slice(), [a, b] if SEXES.contains(&a.as_str()) && SEXES.contains(&b.as_str())) {
            return field(Field::Sex);
        }
        (self.has(SOMEONE) && self.are(&[SOMEONE])).then_some(Heading::Own(Field::FullName))
    }

    fn has_name(&self) -> bool {
        let name = self.has(GIVEN) || self.has(FAMILY) || self.has(&["name", "names"]);
        name && self.are(&[GIVEN, FAMILY, OF_NAME, SOMEONE])
    }

    fn name(&self) -> Option<Heading> {
        let english = self.has(&["name", "names"]);
        let given = self.has(GIVEN) || (self.has(&["first"]) && english);
        let family = self.has(FAMILY) || (self.has(&["last", "family"]) && english);
        let full = Some(Heading::Own(Field::FullName));
        match (given, family) {
            _ if self.has(&["nomprenom"]) => full,
            (true, true) => full,
            (true, false) => Some(Heading::Own(Field::Given)),
            (false, true) if self.has(&["complet"]) => full,
            (false, true) if self.has(&["usuel"]) => None,
            (false, true)
                if self.has(&["nom", "noms"]) && !self.has(&["famille", "naissance", "usage", "fille"]) =>
            {
                Some(Heading::Name)
            }
            (false, true) => Some(Heading::Own(Field::Family)),
            (false, false) => full,
        }
    }
}
