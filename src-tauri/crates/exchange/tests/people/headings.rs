//! What headings say.

use ql_exchange::people::{Table, Warning, read_people};

use crate::{csv, guessed, imported, today};

fn of(headings: &str) -> Vec<&'static str> {
    let empty = ";".repeat(headings.matches(';').count());
    let table = Table::read(format!("{headings}\nx{empty}\n").as_bytes(), "l.csv", None).unwrap();
    // A sample that says nothing leaves the words alone.
    ql_exchange::people::guess(&table.headers, &[], today())
        .fields
        .iter()
        .map(|field| field.map_or("", |field| field.code()))
        .collect()
}

#[test]
fn headings_are_known_in_french_and_in_english() {
    for (headings, fields) in [
        ("Nom;Prénom;Date de naissance", vec!["family", "given", "birth"]),
        ("NOM DE FAMILLE;Prénom(s);Né(e) le;Sexe (F/M)", vec!["family", "given", "birth", "sex"]),
        ("Nom et prénom;Âge;N° de téléphone;Adresse mail", vec!["full_name", "told_age", "phone", ""]),
        (
            "Last name;First name;Date of birth;Gender;Phone number",
            vec!["family", "given", "birth", "sex", "phone"],
        ),
        (
            "Name;DOB;Emergency contact;Emergency phone",
            vec!["full_name", "birth", "emergency_name", "emergency_phone"],
        ),
        (
            "Nom;Prénom;Tél. mère;Tél. père;Nom de la mère",
            vec!["family", "given", "guardian1_phone", "guardian2_phone", "guardian1_name"],
        ),
        ("Nom;Prénom;Père;Tél père", vec!["family", "given", "guardian1_name", "guardian1_phone"]),
        (
            "Jeune;Responsable 1;Lien de parenté;Tél responsable 1;Responsable 2;Tél responsable 2",
            vec![
                "full_name",
                "guardian1_name",
                "guardian1_relation",
                "guardian1_phone",
                "guardian2_name",
                "guardian2_phone",
            ],
        ),
        (
            "Prénom;Nom;Personne à prévenir en cas d'urgence;Tél. urgence;Personne autorisée à venir le chercher;Peut partir seul(e)",
            vec!["given", "family", "emergency_name", "emergency_phone", "pickup_name", "leaves_alone"],
        ),
        (
            "Nom;Prénom;Adresse;Code postal;Ville;Assurance;QPV;Code QPV;Situation;Groupe;Rôle",
            vec![
                "family",
                "given",
                "address",
                "address",
                "commune",
                "insurance",
                "qpv",
                "qpv_code",
                "occupation",
                "group",
                "role",
            ],
        ),
        ("Nom;Prénom;Téléphone fixe;Portable", vec!["family", "given", "phone", "phone"]),
        ("Nom;Prénom;Lieu de naissance;Signature;Situation familiale", vec!["family", "given", "", "", ""]),
        ("Nom;Prénom;Profession du père;Autorisation parentale", vec!["family", "given", "", ""]),
        ("Nom;Prénom;Langue des parents;Mère décédée;Parents divorcés", vec!["family", "given", "", "", ""]),
        (
            "Nom;Prénom;Remarques famille;Prix famille;Responsable de l'atelier",
            vec!["family", "given", "", "", ""],
        ),
        ("Nom;Prénom;Sait nager seul;Tél. père (interdit);Vit seul", vec!["family", "given", "", "", ""]),
        (
            "Nom;Prénom;Retour seul;N° tél. mère;No tél. urgence",
            vec!["family", "given", "leaves_alone", "guardian1_phone", "emergency_phone"],
        ),
        (
            "Nom;Prénom;Nom et prénom du représentant légal;Personnes pouvant venir chercher l'enfant;Seul(e)",
            vec!["family", "given", "guardian1_name", "pickup_name", "leaves_alone"],
        ),
        (
            "Nom;Prénom;Parents;Contact d'urgence;Adulte autorisé à récupérer l'enfant",
            vec!["family", "given", "guardian1_name", "emergency_name", "pickup_name"],
        ),
    ] {
        assert_eq!(of(headings), fields, "{headings}");
    }
}

#[test]
fn a_heading_is_what_all_its_words_say() {
    for (headings, fields) in [
        (
            "Nom;Prénom;Autorisé à se baigner seul;Autorisé à rentrer seul;Autorisation de filmer l'enfant seul ou en groupe",
            "family given - leaves_alone -",
        ),
        ("Nom;Prénom;Rentre seul le midi;Rentre seul le soir", "family given - -"),
        ("Nom;Prénom;Rentre seul;Part seul", "family given - -"),
        (
            "Nom;Prénom;Mère seule autorisée à venir chercher l'enfant;Seul le père est autorisé à venir",
            "family given - -",
        ),
        ("Nom;Prénom;Peut rentrer seul (oui/non);F/G", "family given leaves_alone sex"),
        ("Nom;Prénom;L'enfant est autorisé à rentrer seul", "family given leaves_alone"),
        (
            "Nom;Prénom;J'autorise mon enfant à rentrer seul à l'issue de l'atelier",
            "family given leaves_alone",
        ),
        ("Nom;Prénom;Part seul O/N;Autorisation de filmer", "family given leaves_alone -"),
        ("Nom;Prénom;Votre enfant est-il autorisé à partir seul ?", "family given leaves_alone"),
        ("Nom;Prénom;Votre enfant est-il autorisé à rentrer seul", "family given leaves_alone"),
        ("Nom;Prénom;Autorisez-vous votre enfant à rentrer seul chez lui ?", "family given leaves_alone"),
        ("Nom;Prénom;Votre enfant rentre-t-il seul ?", "family given leaves_alone"),
        (
            "Nom;Prénom;Êtes-vous d'accord pour que votre enfant rentre seul ?;Autorisation parentale",
            "family given leaves_alone -",
        ),
        ("Nom;Prénom;Votre enfant est-il autorisé à partir seul le mercredi ?", "family given -"),
        ("Nom;Prénom;Votre enfant n'est-il pas autorisé à partir seul ?", "family given -"),
        ("Nom;Prénom;Votre enfant est-il autorisé à rentrer seul ou accompagné ?", "family given -"),
        ("Nom;Prénom;Autorité parentale", "family given guardian1_name"),
        (
            "Nom;Prénom;Titulaire de l'autorité parentale;Tél. du titulaire de l'autorité parentale",
            "family given guardian1_name guardian1_phone",
        ),
        (
            "Nom;Prénom;Titulaire de l'autorité parentale 1;Tél;Titulaire de l'autorité parentale 2;Tél",
            "family given guardian1_name guardian1_phone guardian2_name guardian2_phone",
        ),
        ("Nom;Prénom;Mère;Père;Autorité parentale", "family given guardian1_name guardian2_name -"),
        ("Nom;Prénom;Autorité parentale conjointe;Titulaire du compte;Titulaire", "family given - - -"),
        ("Nom;Prénom;Pas d'autorité parentale;Autorité parentale retirée", "family given - -"),
        ("Nom;Prénom;Autorisation de sortie seul(e)", "family given leaves_alone"),
        ("First name;Last name;May leave alone (yes/no)", "given family leaves_alone"),
        (
            "Nom;Prénom;Responsable légal 1;Responsable légal 2;Tél mère;Tél père",
            "family given guardian1_name guardian2_name - -",
        ),
        (
            "Nom;Prénom;Nom de la mère;Nom du père;Tél. responsable;Tél mère",
            "family given guardian1_name guardian2_name - guardian1_phone",
        ),
        ("Nom;Prénom;Grand-mère;Tél grand-mère;Belle-mère;Tél famille d'accueil", "family given - - - -"),
        (
            "Nom;Prénom;Date de naissance du frère;Date de naissance de l'enfant;Prénom du frère",
            "family given - birth -",
        ),
        (
            "Nom;Prénom;Date naiss.;Tél. domicile;Tél médecin;Adresse du collège;Nom de l'éducateur",
            "family given birth phone - - -",
        ),
        ("Nom de la structure;Nom;Prénom", "- family given"),
        (
            "Nom;Prénom;Téléphone;Parent 1;Lien;Tél;Parent 2;Lien;Tél",
            "family given phone guardian1_name guardian1_relation guardian1_phone guardian2_name guardian2_relation guardian2_phone",
        ),
        (
            "NOM;PRENOM;MERE;TEL;PERE;TEL",
            "family given guardian1_name guardian1_phone guardian2_name guardian2_phone",
        ),
        (
            "Nom;Prénom;Père;Personne à contacter en cas d'urgence;Lien;Tél",
            "family given guardian1_name emergency_name - emergency_phone",
        ),
        ("Nom;Prénom;Tuteur;Mère;Tél mère", "family given guardian1_name - -"),
        (
            "Nom;Prénom;Personne autorisée 1;Tél personne autorisée 1;Personnes autorisées à venir chercher (nom, prénom, téléphone)",
            "family given pickup_name pickup_phone pickup_name",
        ),
        (
            "Nom;Prénom;Personne autorisée à récupérer mon enfant;Qui récupère l'enfant ?",
            "family given pickup_name pickup_name",
        ),
        ("Nom;Prénom;Tél;Nom;Prénom;Tél", "family given phone - - -"),
        ("Nom enfant 1;Prénom enfant 1;Nom enfant 2;Prénom enfant 2", "family given - -"),
        (
            "Nom;Prénom;Nom du responsable légal;Prénom du responsable légal;Qualité;Téléphone;Nom du 2e responsable légal;Prénom du 2e responsable légal;Qualité;Téléphone",
            "family given guardian1_name guardian1_name guardian1_relation guardian1_phone guardian2_name guardian2_name guardian2_relation guardian2_phone",
        ),
        (
            "Nom;Prénom;Nom responsable;Prénom responsable;Lien;Tél. personnel;Tél. portable;Tél. professionnel",
            "family given guardian1_name guardian1_name guardian1_relation guardian1_phone guardian1_phone guardian1_phone",
        ),
        (
            "Nom;Prénom;Âge au 1er janvier;Tél jeune;Éducateur référent;Téléphone",
            "family given told_age phone - -",
        ),
        ("Nom;Prénom;Classe;Téléphone;Famille d'accueil;Tél.;Médecin;Tél.", "family given - phone - - - -"),
        (
            "Nom;Prénom;Contact 1 (nom);Contact 1 (tél);Famille;Responsable du groupe;Tél",
            "family given - - - - -",
        ),
        (
            "Nom;Prénom;Contact d'urgence;Lien contact d'urgence;Commune du domicile",
            "family given emergency_name - commune",
        ),
        (
            "Nom;Prénom;Responsable légal 1;Responsable légal 2;Téléphone 1;Téléphone 2",
            "family given guardian1_name guardian2_name guardian1_phone guardian2_phone",
        ),
        (
            "Nom;Prénom;Nom du père;Nom de la mère;Téléphone 1;Téléphone 2",
            "family given guardian2_name guardian1_name guardian2_phone guardian1_phone",
        ),
        (
            "Nom;Prénom;Mère;Tél 1;Tél 2;Père;Tél 1;Tél 2",
            "family given guardian1_name guardian1_phone guardian1_phone guardian2_name guardian2_phone guardian2_phone",
        ),
        (
            "Nom;Prénom;Père;Mère;Téléphone;Urgence 1;Urgence 2;Tél 1;Tél 2",
            "family given guardian2_name guardian1_name - emergency_name emergency_name emergency_phone emergency_phone",
        ),
        // Whose each telephone is, only the column beside it says.
        ("Nom;Prénom;Tél 1;Lien 1;Tél 2;Lien 2", "family given - - - -"),
        ("Nom;Prénom;Responsable;Adresse;Téléphone", "family given guardian1_name address -"),
        ("Nom;Prénom;Personne à prévenir;Ville;Tél", "family given emergency_name commune -"),
        (
            "Élève;Responsable 1;Portable 1;Responsable 2;Portable 2;Fixe",
            "full_name guardian1_name guardian1_phone guardian2_name guardian2_phone -",
        ),
        (
            "Nom;Prénom;Mère;Tél;Tél pro;Père;Tél;Tél pro;Tél domicile",
            "family given guardian1_name guardian1_phone guardian1_phone guardian2_name guardian2_phone guardian2_phone -",
        ),
        ("Nom;Prénom;Parent 1;Parent 2;Portable;Fixe", "family given guardian1_name guardian2_name - -"),
        ("Nom;Prénom;Mère;Père;Tél 2;Tél 1", "family given guardian1_name guardian2_name - -"),
        ("Nom;Prénom;Mère;Nom du payeur;Père;Tél;Tél", "family given guardian1_name - guardian2_name - -"),
        (
            "Nom;Prénom;Autre responsable;Parent 1;Tél 1;Tél 2",
            "family given guardian2_name guardian1_name - -",
        ),
        (
            "Nom;Prénom;Mère;Père;Lien;Tél;Tél",
            "family given guardian1_name guardian2_name guardian2_relation - -",
        ),
        ("Nom;Prénom;Mère;Père;Tél;Tél 1", "family given guardian1_name guardian2_name - -"),
        ("Nom;Prénom;Animateur;Tél;Nom acheteur;Tél", "family given - - - -"),
        ("Nom;Prénom;Nounou;Tél;Employeur;Tél", "family given - - - -"),
        ("Nom;Prénom;Éducateur;Tél;Mail;Tél pro;Tél jeune", "family given - - - - phone"),
        ("Nom;Prénom;Mail parents;Tél;Lien;Tél", "family given - - - -"),
        (
            "Nom;Prénom;Mère;Tél;Mail;Tél pro;Père;Mail;Tél",
            "family given guardian1_name guardian1_phone - guardian1_phone guardian2_name - guardian2_phone",
        ),
        (
            "Nom;Prénom;Mère;Tél mère;Adresse;Téléphone;Tél élève",
            "family given guardian1_name guardian1_phone address - phone",
        ),
        (
            "Nom;Prénom;Resp légal;Autre resp légal;Tél resp légal;Tél autre resp légal",
            "family given guardian1_name guardian2_name guardian1_phone guardian2_phone",
        ),
        (
            "Nom;Prénom;Responsable 1;Responsable 2;Tél responsable",
            "family given guardian1_name guardian2_name -",
        ),
        // What stands beside a parent is theirs.
        ("Nom;Prénom;Père;Profession;Mère;Profession", "family given guardian2_name - guardian1_name -"),
        ("Nom;Prénom;Mère;Née le;Date de naissance de l'enfant", "family given guardian1_name - birth"),
        ("Nom;Prénom;Civilité;Nom du responsable", "family given - guardian1_name"),
        ("Nom;Prénom;Mère;Âge;Nom de jeune fille de la mère", "family given guardian1_name - -"),
        ("Nom de jeune fille;Nom;Prénom", "- family given"),
        ("Civilité;Nom;Prénom;Mère;Date de naissance", "sex family given guardian1_name birth"),
        // A parent's names before the child's: both are not one person.
        (
            "Nom;Prénom;Téléphone;Nom enfant;Prénom enfant;Date de naissance enfant",
            "family given phone - - -",
        ),
        ("Nom de l'enfant;Prénom de l'enfant;Nom;Prénom;Téléphone", "family given - - -"),
    ] {
        let fields: Vec<&str> =
            fields.split(' ').map(|field| if field == "-" { "" } else { field }).collect();
        assert_eq!(of(headings), fields, "{headings}");
    }
}

#[test]
fn what_is_forbidden_is_not_read_as_what_is_allowed() {
    for heading in [
        "Personnes non autorisées à venir chercher",
        "Téléphone de la personne interdite de récupérer",
        "Ne peut pas partir seul",
        "Interdiction de rentrer seule",
        "Not allowed to leave alone",
        "Must not be picked up by (pick up)",
    ] {
        assert_eq!(of(&format!("Prénom;Nom;{heading}")), ["given", "family", ""], "{heading}");
    }
    assert_eq!(of("Prénom;Nom;Rentre seul"), ["given", "family", "leaves_alone"]);
}

#[test]
fn a_column_whose_values_do_not_fit_is_left_open() {
    let text =
        "Nom;Prénom;Profession;QPV;Fonction\nKaci;Lina;boulangère;QN09304;\nPetit;Noé;maçon;QN09305;\n";
    let table = Table::read(text.as_bytes(), "l.csv", None).unwrap();
    assert_eq!(guessed(&table), ["family", "given", "", "qpv_code", "role"]);
    let table = Table::read("Nom;Âge\nLina Kaci;14\nNoé Petit;12\n".as_bytes(), "l.csv", None).unwrap();
    assert_eq!(
        guessed(&table),
        ["full_name", "told_age"],
        "where no column holds given names, this one does"
    );
}

#[test]
fn telephones_are_no_addresses_and_words_no_telephones() {
    for (text, fields) in [
        (
            "Nom;Prénom;Mobile mère;Domicile\nKaci;Lina;0639980011;0139980011\n",
            ["family", "given", "guardian1_phone", ""],
        ),
        ("Nom;Prénom;Groupe;Tél\nKaci;Lina;0639980011;Samedi\n", ["family", "given", "", ""]),
        (
            "Nom;Prénom;Autorité parentale;Tél\nKaci;Lina;conjointe;0639980011\n",
            ["family", "given", "", "guardian1_phone"],
        ),
    ] {
        assert_eq!(guessed(&Table::read(text.as_bytes(), "l.csv", None).unwrap()), fields, "{text}");
    }
}

#[test]
fn what_must_not_be_kept_is_said_and_never_read() {
    let text = "Nom;Prénom;Religion;Nationalité;Numéro\nKaci;Lina;secret1;secret2;1 85 05 78 006 084 91\n";
    let table = Table::read(text.as_bytes(), "l.csv", None).unwrap();
    let guess = table.guess(today());
    assert_eq!(guessed(&table), ["family", "given", "", "", ""]);
    let said: Vec<_> =
        guess.forbidden.iter().map(|one| (one.column, one.kind.code(), one.word.as_str())).collect();
    assert_eq!(
        said,
        [(2, "religion", "Religion"), (3, "nationality", "Nationalité"), (4, "social_security", "Numéro")]
    );

    use ql_exchange::people::Field::{Address, Commune, Family, Given, Insurance};
    let forced = [Some(Family), Some(Given), Some(Commune), Some(Address), Some(Insurance)];
    let read = read_people(&table, &forced, today());
    let person = &read.people[0];
    assert_eq!(
        (person.commune.as_str(), person.address.as_str(), person.insurance.as_str()),
        ("", "", ""),
        "not even when asked for"
    );
    assert!(matches!(&read.warnings[0], Warning::ForbiddenColumn { word, .. } if word == "Religion"));
    assert!(!format!("{read:?}").contains("secret"), "nothing of such a column goes on");

    let read = csv("Nom;Prénom;Âge;Assurance\nKaci;Lina;14;MAIF 123\n");
    assert_eq!(read.people[0].insurance, "MAIF 123");
}

#[test]
fn headings_in_two_lines_without_merged_cells() {
    for text in [
        "Enfant;;;Responsable 1;;\nNom;Prénom;Né le;Nom;Tél.;Lien\nKaci;Lina;03/05/2011;Samira Kaci;06 39 98 00 12;mère\n",
        "Nom;Prénom;Né le;Responsable 1;;\n;;;Nom;Tél.;Lien\nKaci;Lina;03/05/2011;Samira Kaci;06 39 98 00 12;mère\n",
    ] {
        let table = Table::read(text.as_bytes(), "l.csv", None).unwrap();
        assert_eq!(
            guessed(&table),
            ["family", "given", "birth", "guardian1_name", "guardian1_phone", "guardian1_relation"],
            "{:?}",
            table.headers
        );
        let read = imported(&table);
        assert_eq!((read.people.len(), read.people[0].row), (1, 3));
        assert_eq!(read.people[0].relatives[0].relation, "mère");
    }
}

#[test]
fn a_list_without_headings_loses_nobody() {
    let table =
        Table::read("Kaci;Lina;03/05/2011\nPetit;Noé;12/09/2013\n".as_bytes(), "l.csv", None).unwrap();
    assert_eq!(table.headers, ["A", "B", "C"]);
    assert_eq!(table.rows.len(), 2);
    let table = Table::read("Vorname;Alter\nLina;14\nNoé;12\n".as_bytes(), "l.csv", None).unwrap();
    assert_eq!(table.headers, ["Vorname", "Alter"], "words above figures are headings in any language");
}

#[test]
fn titles_and_addresses_above_are_no_headings() {
    let text = "Association Les Lilas;;\n12 rue des Lilas;;06 39 98 00 01\n;;\nListe des participants;;\nNom;Prénom;Âge\nKaci;Lina;14\n";
    let table = Table::read(text.as_bytes(), "l.csv", None).unwrap();
    assert_eq!(table.headers, ["Nom", "Prénom", "Âge"]);
    assert_eq!((table.rows.len(), table.rows[0].number), (1, 6));
}
