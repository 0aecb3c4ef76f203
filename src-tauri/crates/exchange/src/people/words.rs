//! The words of headings, in French and English: whose column it is, and what of them.

use ql_model::register::fold;

use super::{field::Field, forbidden};

/// Longest heading, in characters: a longer text is a sentence.
const LONGEST: usize = 80;

/// Whose a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    Own,
    /// A guardian; which of both, where the heading says it.
    Guardian(Option<u8>),
    Emergency,
    Pickup,
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

const MOTHER: &[&str] = &["mere", "maman", "mother", "mum", "mom"];
const FATHER: &[&str] = &["pere", "papa", "father", "dad"];
const GUARDIAN: &[&str] = &[
    "responsable",
    "responsables",
    "resp",
    "parent",
    "parents",
    "tuteur",
    "tutrice",
    "guardian",
    "guardians",
    "representant",
    "representante",
    "rl",
    "famille",
];
const EMERGENCY: &[&str] = &["urgence", "urgences", "emergency", "prevenir", "ice"];
const PICKUP: &[&str] = &[
    "chercher",
    "recuperer",
    "reprendre",
    "pickup",
    "pick",
    "collect",
    "habilitee",
    "habilitees",
    "habilite",
];
/// Words beside these in the heading of a name.
const OF_A_NAME: &[&str] = &[
    "nom",
    "noms",
    "prenom",
    "prenoms",
    "name",
    "names",
    "identite",
    "surname",
    "firstname",
    "lastname",
    "full",
    "complet",
    "complets",
    "first",
    "last",
    "nomprenom",
    "et",
    "ou",
    "and",
    "or",
    "de",
    "du",
    "des",
    "d",
    "la",
    "le",
    "les",
    "l",
    "s",
    "of",
    "the",
    "a",
    "au",
    "aux",
    "en",
    "cas",
    "in",
    "case",
    "par",
    "for",
    "pour",
    "to",
    "up",
    "qui",
    "who",
    "que",
    "may",
    "can",
    "peut",
    "peuvent",
    "pouvant",
    "venir",
    "vient",
    "viennent",
    "autorise",
    "autorisee",
    "autorises",
    "autorisees",
    "authorised",
    "authorized",
    "allowed",
    "accident",
    "contact",
    "contacts",
    "call",
    "appeler",
    "personne",
    "personnes",
    "person",
    "people",
    "adulte",
    "adultes",
    "adult",
    "adults",
    "legal",
    "legale",
    "legaux",
    "legales",
    "civil",
    "principal",
    "secondaire",
    "enfant",
    "enfants",
    "jeune",
    "jeunes",
    "mineur",
    "mineure",
    "eleve",
    "child",
    "children",
    "student",
    "participant",
    "participante",
    "son",
    "sa",
    "leur",
    "the",
    "1",
    "2",
    "un",
    "une",
    "deux",
    "second",
    "seconde",
    "deuxieme",
    "autre",
    "other",
    "premier",
    "premiere",
    "er",
    "e",
    "eme",
    "ere",
    "nd",
    "st",
    "habilites",
    "n",
    "tierce",
    "tiers",
    "from",
    "school",
];
const ALONE: &[&str] = &["seul", "seule", "seuls", "seules", "alone", "unaccompanied"];
/// What one does who leaves.
const LEAVES: &[&str] = &[
    "partir",
    "part",
    "partent",
    "parte",
    "repartir",
    "repart",
    "repartent",
    "rentrer",
    "rentre",
    "rentrent",
    "sortir",
    "sort",
    "sortent",
    "sortie",
    "sorties",
    "quitter",
    "quitte",
    "depart",
    "retour",
    "autorise",
    "autorisee",
    "autorisation",
    "leave",
    "leaves",
    "leaving",
    "go",
    "goes",
    "home",
    "walk",
    "walks",
    "depart",
    "departs",
];
const NOT: &[&str] = &[
    "non",
    "ne",
    "pas",
    "jamais",
    "sauf",
    "sans",
    "interdit",
    "interdite",
    "interdits",
    "interdites",
    "interdiction",
    "refus",
    "refuse",
    "refusee",
    "not",
    "no",
    "never",
    "cannot",
    "except",
    "forbidden",
    "prohibited",
];
const PHONE: &[&str] = &[
    "tel",
    "tels",
    "telephone",
    "telephones",
    "portable",
    "mobile",
    "phone",
    "gsm",
    "cell",
    "cellphone",
    "fixe",
    "telephonique",
    "joindre",
    "numero",
    "no",
    "number",
];
const RELATION: &[&str] = &["lien", "relation", "relationship", "parente", "qualite", "filiation"];
/// Headings of one person of the list, which stand for the name.
const SOMEONE: &[&str] = &[
    "participant",
    "participante",
    "participants",
    "jeune",
    "jeunes",
    "enfant",
    "enfants",
    "eleve",
    "stagiaire",
    "adherent",
    "child",
    "student",
    "identite",
    "personne",
    "person",
    "beneficiaire",
    "adolescent",
    "ado",
];
const MAIL: &[&str] = &["mail", "email", "courriel", "mel", "mails"];

/// The words of a heading, folded; figures stand apart from letters.
pub(crate) fn words(heading: &str) -> Vec<String> {
    let folded = fold(&heading.replace(['º', '°', 'ª'], " "));
    let mut words: Vec<String> = Vec::new();
    for word in folded.split(' ') {
        let cut = word.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0);
        let (letters, figures) = word.split_at(cut.unwrap_or(word.len()));
        words.extend([letters, figures].into_iter().filter(|part| !part.is_empty()).map(str::to_owned));
    }
    words
}

/// Whether a text is a heading that is known; also one that must not be read.
pub(crate) fn known(text: &str) -> bool {
    text.chars().count() <= LONGEST
        && (heading(text).is_some() || is_relation(text) || forbidden::word(text).is_some())
}

/// What a heading says; nothing where it is not known.
pub(crate) fn heading(text: &str) -> Option<Heading> {
    let words = words(text);
    let is = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    if is(MAIL)
        || (is(&["lieu", "ville", "commune", "departement", "pays", "place"]) && is(&["naissance", "birth"]))
    {
        return None;
    }
    let alone = is(ALONE);
    let whose = whose(&words);
    // What is forbidden is not read as what is allowed; "no" is a number too.
    let not = words.iter().any(|word| NOT.contains(&word.as_str()) && (alone || word != "no"));
    if (not && (alone || whose != Whose::Own)) || leads(&words) {
        return None;
    }
    if alone {
        // Who swims alone does not leave alone.
        let leaves = is(LEAVES)
            || words.iter().all(|word| matches!(word.as_str(), "s" | "e") || ALONE.contains(&word.as_str()));
        return leaves.then_some(Heading::Own(Field::LeavesAlone));
    }
    if whose == Whose::Own { own(&words) } else { of_other(&words).map(|what| Heading::Of(whose, what)) }
}

/// Who leads the workshop is nobody's guardian, nor a group.
fn leads(words: &[String]) -> bool {
    let is = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    is(&["responsable", "responsables", "resp", "referent", "referente"])
        && is(&[
            "atelier",
            "ateliers",
            "groupe",
            "groupes",
            "projet",
            "structure",
            "association",
            "film",
            "equipe",
            "section",
        ])
}

fn whose(words: &[String]) -> Whose {
    let is = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    if is(EMERGENCY) {
        return Whose::Emergency;
    }
    if is(PICKUP) {
        return Whose::Pickup;
    }
    let (mother, father) = (is(MOTHER), is(FATHER));
    if !mother && !father && !is(GUARDIAN) {
        return Whose::Own;
    }
    // "Nom de famille" is a name; "famille" alone stands for those at home.
    if is(&["famille"]) && is(&["nom", "name"]) && !is(&GUARDIAN[..GUARDIAN.len() - 1]) {
        return Whose::Own;
    }
    let number =
        if is(&["2", "deux", "second", "seconde", "deuxieme", "autre", "other"]) || (father && !mother) {
            Some(2)
        } else if is(&["1", "un", "premier", "premiere", "first"]) || (mother && !father) {
            Some(1)
        } else {
            None
        };
    Whose::Guardian(number)
}

fn of_other(words: &[String]) -> Option<What> {
    let is = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    if is(&[
        "adresse",
        "address",
        "profession",
        "employeur",
        "naissance",
        "birth",
        "date",
        "age",
        "signature",
        "assurance",
        "allocataire",
        "caf",
        "autorisation",
        "commune",
        "ville",
    ]) {
        return None;
    }
    let name =
        is(&["nom", "noms", "prenom", "prenoms", "name", "identite", "surname", "firstname", "lastname"]);
    if is(PHONE) && !(name && is(&["numero", "no", "number"])) {
        Some(What::Phone)
    } else if is(RELATION) {
        Some(What::Relation)
    } else {
        // "Langue des parents", "mère décédée", "prix famille" are no names: only words that are known make one.
        let known = |word: &String| {
            [MOTHER, FATHER, GUARDIAN, EMERGENCY, PICKUP, OF_A_NAME]
                .iter()
                .any(|list| list.contains(&word.as_str()))
        };
        words.iter().all(known).then_some(What::Name)
    }
}

fn own(words: &[String]) -> Option<Heading> {
    let is = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let all = |list: &[&str]| words.iter().all(|word| list.contains(&word.as_str()));
    let field = |field| Some(Heading::Own(field));
    let given = is(&["prenom", "prenoms", "firstname", "given", "forename", "forenames"])
        || (is(&["first"]) && is(&["name", "names"]));
    let family = is(&["surname", "lastname", "nom", "noms", "patronyme"])
        || (is(&["last", "family"]) && is(&["name", "names"]));
    match (given, family) {
        (true, true) => return field(Field::FullName),
        (true, false) => return field(Field::Given),
        (false, true) if is(&["complet"]) => return field(Field::FullName),
        (false, true) if is(&["rue", "groupe", "atelier", "medecin", "ecole", "etablissement", "usuel"]) => {}
        (false, true) if is(&["nom", "noms"]) && !is(&["famille"]) => return Some(Heading::Name),
        (false, true) => return field(Field::Family),
        (false, false) => {}
    }
    if is(&["name", "names"])
        && all(&["full", "name", "names", "complete", "the", "of", "child", "student", "participant"])
    {
        return field(Field::FullName);
    }
    if is(&["naissance", "ddn", "birth", "birthday", "birthdate", "dob", "born", "anniversaire"])
        || (is(&["ne", "nee"]) && words.len() <= 4)
    {
        return field(Field::Birth);
    }
    if is(&["age", "ages"]) {
        return field(Field::ToldAge);
    }
    if is(&["qpv"]) || (is(&["quartier"]) && is(&["prioritaire", "prioritaires", "politique"])) {
        let code = is(&["code", "numero", "no", "nom", "lequel", "identifiant"]);
        return field(if code { Field::QpvCode } else { Field::Qpv });
    }
    if is(&["assurance", "assureur", "insurance", "insurer", "police"])
        || (is(&["responsabilite"]) && is(&["civile"]))
    {
        return field(Field::Insurance);
    }
    if is(&["adresse", "address", "rue", "street", "domicile", "cp", "postcode", "zip"])
        || (is(&["code"]) && is(&["postal"]))
    {
        return field(Field::Address);
    }
    if is(&PHONE[..PHONE.len() - 3]) {
        return field(Field::Phone);
    }
    if is(&["commune", "ville", "city", "town", "localite"]) {
        return field(Field::Commune);
    }
    if is(&["sexe", "sex", "genre", "gender", "civilite"])
        || matches!(words, [a, b] if (a == "f" || a == "h" || a == "m") && (b == "m" || b == "f" || b == "h"))
    {
        return field(Field::Sex);
    }
    if is(&["role", "fonction"]) {
        return field(Field::Role);
    }
    if is(&[
        "groupe", "groupes", "group", "groups", "atelier", "ateliers", "equipe", "team", "section", "creneau",
    ]) {
        return field(Field::Group);
    }
    if is(&["occupation", "statut", "status", "profession", "activite", "metier"])
        || (is(&["situation"]) && !is(&["familiale", "famille", "maritale"]))
    {
        return field(Field::Occupation);
    }
    let about = |word: &String| {
        SOMEONE.contains(&word.as_str()) || matches!(word.as_str(), "du" | "de" | "l" | "le" | "la" | "s")
    };
    (!words.is_empty() && words.iter().all(about) && is(SOMEONE)).then_some(Heading::Own(Field::FullName))
}

/// Whether a heading of both names has the family name first.
pub(crate) fn family_first(heading: &str) -> bool {
    let words = words(heading);
    let first = |list: &[&str]| words.iter().position(|word| list.contains(&word.as_str()));
    let family = first(&["nom", "noms", "surname", "lastname", "last", "family"]);
    let given = first(&["prenom", "prenoms", "firstname", "given", "forename", "forenames", "first"]);
    matches!((family, given), (Some(family), Some(given)) if family < given)
}

/// Whether a column holds postal codes, whose first zero a spreadsheet takes away.
pub(crate) fn is_postal_code(heading: &str) -> bool {
    let words = words(heading);
    words.iter().any(|word| word == "cp" || word == "postal" || word == "postcode")
}

/// The word a heading has for what a guardian is ("mère"), as it was written, in small letters.
pub(crate) fn relation_in(heading: &str) -> Option<String> {
    heading
        .split(|c: char| !c.is_alphabetic())
        .find(|word| {
            let folded = fold(word);
            let folded = folded.as_str();
            MOTHER.contains(&folded) || FATHER.contains(&folded) || matches!(folded, "tuteur" | "tutrice")
        })
        .map(str::to_lowercase)
}

/// "Lien de parenté", without saying whose.
pub(crate) fn is_relation(heading: &str) -> bool {
    words(heading).iter().any(|word| RELATION[..4].contains(&word.as_str()))
}

/// Most words of a heading that groups others.
const MOST_OF_A_GROUP: usize = 5;

/// Whether a heading is about someone else than the person of the line.
pub(crate) fn of_someone_else(heading: &str) -> bool {
    let words = words(heading);
    // More words are a title.
    words.len() <= MOST_OF_A_GROUP && !leads(&words) && whose(&words) != Whose::Own
}
