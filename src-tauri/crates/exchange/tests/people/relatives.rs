//! Those near somebody: guardians, who is called, who may fetch.

use ql_exchange::people::Warning;

use crate::{csv, refused};

#[test]
fn yes_and_no_fetch_nobody() {
    let read = csv("Prénom;Nom;Autorisé à venir chercher\nLina;Kaci;oui\nNoé;Petit;Nadia Petit\n");
    assert_eq!(refused(&read), [(2, "unknown_value")]);
    assert!(read.people[0].relatives[0].pickup);
}

#[test]
fn a_number_behind_a_guardians_name_is_their_telephone() {
    let read = csv("Prénom;Responsable 1;Personne à prévenir;Tél. urgence\n\
         Samira;Nadia Benali 06 39 98 41 10;Tante 639984111;0639984112\n\
         Yanis;Nadia Touré, 639984113;Bâtiment 12;\n");
    let near: Vec<_> = read
        .people
        .iter()
        .flat_map(|person| &person.relatives)
        .map(|one| (one.name.as_str(), one.phone.as_str()))
        .collect();
    assert_eq!(
        near,
        [
            ("Nadia Benali", "06 39 98 41 10"),
            ("Tante 639984111", "06 39 98 41 12"),
            ("Nadia Touré", "06 39 98 41 13"),
            ("Bâtiment 12", ""),
        ]
    );
}

#[test]
fn the_family_of_a_line() {
    let read = csv(
        "Nom complet;Tél. mère;Responsable 2;Tél. responsable 2;Personne à prévenir;Tél. urgence;Autorisé à venir chercher\n\
         KACI Lina;639980012;Karim Kaci;06 39 98 00 13;Karim Kaci;;mère\n\
         Noé Petit;;;;Voisine;0639980014;Claire Petit\n",
    );
    let lina = &read.people[0];
    assert_eq!((lina.given.as_str(), lina.family.as_str()), ("Lina", "KACI"));
    let told: Vec<_> = lina
        .relatives
        .iter()
        .map(|one| {
            (
                one.name.as_str(),
                one.relation.as_str(),
                one.phone.as_str(),
                one.authority,
                one.emergency,
                one.pickup,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("", "mère", "06 39 98 00 12", true, false, true),
            ("Karim Kaci", "", "06 39 98 00 13", true, true, false),
        ],
        "who is named twice is one person"
    );
    let told: Vec<_> = read.people[1]
        .relatives
        .iter()
        .map(|one| (one.name.as_str(), one.authority, one.emergency, one.pickup))
        .collect();
    assert_eq!(told, [("Voisine", false, true, false), ("Claire Petit", false, false, true)]);
}

#[test]
fn a_number_alone_where_a_name_should_be_is_a_telephone() {
    let read = csv("Prénom;Mère;Père;Personne à prévenir\n\
        Lina;0639980012;Karim;0639980014 / 0639980015\n\
        Noé;3;;\n\
        Awa;6,4E+08;;\n\
        Ali;aucune;-;inconnu\n\
        Mo;Sara Ba;;0639980016\n");
    assert_eq!(refused(&read), [(3, "not_a_name"), (4, "rounded_number")]);
    let told = |at: usize| -> Vec<_> {
        read.people[at].relatives.iter().map(|one| (one.name.as_str(), one.phone.as_str())).collect()
    };
    assert_eq!(told(0), [("", "06 39 98 00 12"), ("Karim", ""), ("", "06 39 98 00 14 / 06 39 98 00 15")]);
    assert_eq!(told(1), [], "who has nobody has nobody of the name of nobody");
    assert_eq!(told(2), [("Sara Ba", ""), ("", "06 39 98 00 16")]);
}

#[test]
fn who_is_called_and_who_may_fetch_are_as_many_as_the_list_tells() {
    let near = |text: &str| -> Vec<(String, String, bool, bool)> {
        let read = csv(text);
        assert_eq!(read.refused, [], "{text}");
        let near = read.people[0].relatives.iter();
        near.map(|one| (one.name.clone(), one.phone.clone(), one.emergency, one.pickup)).collect()
    };
    let called = |name: &str, phone: &str| (name.to_owned(), phone.to_owned(), true, false);
    let fetch = |name: &str, phone: &str| (name.to_owned(), phone.to_owned(), false, true);
    let two = [called("Nadia", "06 39 98 00 11"), called("Karim", "06 39 98 00 12")];
    for text in [
        "Prénom;Contact d'urgence 1;Tel urgence 1;Contact d'urgence 2;Tel urgence 2\nLina;Nadia;0639980011;Karim;0639980012\n",
        "Prénom;Contact d'urgence 1;Contact d'urgence 2;Tel urgence 1;Tel urgence 2\nLina;Nadia;Karim;0639980011;0639980012\n",
        "Prénom;Contact d'urgence;Tél;Contact d'urgence;Tél\nLina;Nadia;0639980011;Karim;0639980012\n",
    ] {
        assert_eq!(near(text), two, "{text}");
    }
    // A telephone behind two names: whose it is, is not said.
    let text = "Prénom;Urgence 1;Urgence 2;Tél;Tel urgence\nLina;Nadia;Karim;0639980011;0639980012\n";
    let [nadia, karim] = [called("Nadia", ""), called("Karim", "")];
    let nobodys = [called("", "06 39 98 00 11"), called("", "06 39 98 00 12")];
    assert_eq!(near(text), [&[nadia, karim], &nobodys[..]].concat());
    // "Tél. 1" is the first of who stands before it.
    for text in [
        "Prénom;Urgence 1;Tél 1;Tél 2;Urgence 2;Tél 1\nLina;Nadia;0639980011;0639980013;Karim;0639980012\n",
        "Prénom;Urgence 1;Mail;Tél;Tél 2;Urgence 2;Lien;Tél 1\nLina;Nadia;;0639980011;0639980013;Karim;;0639980012\n",
    ] {
        let expected =
            [called("Nadia", "06 39 98 00 11 / 06 39 98 00 13"), called("Karim", "06 39 98 00 12")];
        assert_eq!(near(text), expected, "{text}");
    }
    let one = near(
        "Prénom;Nom urgence;Prénom urgence;Tél urgence;Portable urgence\nLina;Kaci;Nadia;0639980011;0639980012\n",
    );
    assert_eq!(one, [called("Kaci Nadia", "06 39 98 00 11 / 06 39 98 00 12")]);
    let form = "Prénom;Personnes autorisées à venir chercher l'enfant (nom, prénom, téléphone)\n\
        Lina;Karim Benali 0639980011, Sofia Ba 0639980012\n";
    assert_eq!(near(form), [fetch("Karim Benali", "06 39 98 00 11"), fetch("Sofia Ba", "06 39 98 00 12")]);
    let word = "Prénom;Personne à prévenir;Tél\nLina;\"Mme Ba\n(mère)\";\"0639980011\n0639980012\"\n";
    assert_eq!(near(word), [called("Mme Ba (mère)", "06 39 98 00 11 / 06 39 98 00 12")]);
    let lines = "Prénom;Peut venir chercher;Tél. peut venir chercher\nLina;\"Nadia Ba\nKarim Ba\";\"0639980011\n0639980012\"\n";
    assert_eq!(near(lines), [fetch("Nadia Ba", "06 39 98 00 11"), fetch("Karim Ba", "06 39 98 00 12")]);
}

#[test]
fn a_remark_is_nobody_and_has_no_rights() {
    let read = csv("Prénom;Père;Peut venir chercher\n\
        Lina;Karim;père interdit (jugement)\n\
        Noé;n'a plus l'autorité parentale;\n\
        Awa;ne pas contacter;\n\
        Ali;Mme;Toute personne sauf le père\n\
        Mo;M.;aucune\n\
        Bo;Décédé;\n");
    assert_eq!(refused(&read), [2, 3, 4, 5].map(|row| (row, "not_a_name")));
    assert_eq!(read.people[1].relatives, [], "who died is no guardian, and the child comes in");
    assert_eq!(read.people[0].relatives, [], "a title is nobody");
}

#[test]
fn numbers_under_other_words_are_telephones_and_nobody_s_are_not_the_child_s() {
    let read = csv("Nom;Prénom;Mère;Portable mère;Bureau mère\nBa;Lina;Nadia;0639980011;0148000002\n");
    let near = &read.people[0].relatives[0];
    assert_eq!((&*near.name, &*near.phone), ("Nadia", "06 39 98 00 11 / 01 48 00 00 02"));
    for (heading, own) in
        [("Psychologue", ""), ("Coach", ""), ("Personne ressource", ""), ("Classe", "06 39 98 00 55")]
    {
        let read = csv(&format!("Nom;Prénom;{heading};Tél\nBa;Lina;Zoé;0639980055\n"));
        assert_eq!(read.people[0].phone, own, "{heading}");
    }
    let homes = csv("Nom;Prénom;Domicile mère;Domicile père\nBa;Lina;3 rue A;9 rue Z\n");
    assert_eq!(homes.people[0].relatives, []);
}

#[test]
fn the_number_of_somebody_else_is_not_the_child_s_whatever_stands_between() {
    for (headings, own) in [
        ("Allocataire;QF;Téléphone", ""),
        ("Éducateur référent;Ville;Tél", ""),
        ("Inscrit par;Classe;Tél", ""),
        ("Assurance;N° police;Tél", ""),
        ("Éducateur;Date de naissance;Tél", "06 39 98 00 55"),
        ("Classe;QF;Tél", "06 39 98 00 55"),
    ] {
        let middle = if headings.contains("naissance") { "03/05/2011" } else { "6A" };
        let read = csv(&format!("Nom;Prénom;{headings}\nBa;Lina;Zoé;{middle};0639980055\n"));
        assert_eq!(read.people[0].phone, own, "{headings}");
    }
}

#[test]
fn where_a_child_is_named_no_parent_becomes_the_child() {
    for (headings, line) in [
        ("Nom et prénom;Téléphone;Nom et prénom du jeune;Âge du jeune", "Kaci Nadia;0639980011;Kaci Lina;14"),
        ("Nom;Prénom;Tél;Adresse;Ville;Enfant;Âge", "Kaci;Nadia;0639980011;1 rue A;Bobigny;Lina Kaci;14"),
        ("Nom;Prénom;Tél;Nom de l'enfant;Prénom de l'enfant;Âge", "Kaci;Nadia;0639980011;Kaci;Lina;14"),
        ("First name;Last name;Phone;Child's name;Child's age", "Nadia;Kaci;0639980011;Lina Kaci;14"),
    ] {
        let read = csv(&format!("{headings}\n{line}\n"));
        assert_eq!(read.people.len(), 1, "{headings}: {:?}", read.refused);
        let child = &read.people[0];
        assert_eq!((&*child.given, &*child.phone), ("Lina", ""), "{headings}");
        let second = |one: &Warning| matches!(one, Warning::RepeatedHeading { .. });
        assert!(!read.warnings.iter().any(second), "{headings}: it is no second list");
        assert!(read.warnings.iter().any(|one| matches!(one, Warning::Unread { .. })), "{headings}");
    }
    let ticked = csv("Nom;Prénom;Enfant;Âge\nKaci;Lina;oui;14\n");
    assert_eq!(ticked.people[0].given, "Lina", "a tick names nobody");
    for (name, has) in [
        ("Luc Roy (beau-père)", false),
        ("Marc, éducateur", false),
        ("Luc Roy", true),
        ("Luc Grand", true),
        ("Marie Beau", true),
    ] {
        let read = csv(&format!("Nom;Prénom;Père\nBa;Lina;\"{name}\"\n"));
        assert!(read.people[0].relatives.iter().all(|one| one.authority == has), "{name}");
    }
    let own = csv("Nom;Prénom;Responsable légal;Tél responsable\nBa;Lina;elle-même;0639980011\n");
    assert_eq!(own.people[0].relatives, []);
}

#[test]
fn two_rights_to_leave_alone_are_left_to_whoever_imports() {
    let read = csv("Nom;Prénom;Rentre seul;Autorisation de rentrer seul le soir\nKaci;Lina;Oui;Non\n");
    assert_eq!(read.people[0].leaves_alone, None);
    let read = csv("Nom;Prénom;Rentre seul;Sait nager seul\nKaci;Lina;Oui;Non\n");
    assert!(read.people[0].leaves_alone.is_some(), "who swims alone is another matter");
}

#[test]
fn who_is_not_there_is_no_guardian_and_their_address_not_the_child_s() {
    let read = csv("Prénom;Nom;Mère;Père\nLina;Kaci;Sara Ba;absent\nMo;Ba;Awa Ba;(incarcéré)\n");
    assert_eq!(refused(&read), []);
    assert!(read.people.iter().all(|one| one.relatives.len() == 1), "{:?}", read.people);
    let read = csv("Prénom;Nom;Mère;Adresse;Père;Adresse\nLina;Kaci;Sara Ba;1 rue A;Karim Ba;2 rue B\n");
    assert_eq!(read.people[0].address, "", "of one of them, nobody knows which is the child's");
}

#[test]
fn what_somebody_is_to_the_child_is_no_name() {
    let read = csv("Prénom;Nom;Responsable légal;Téléphone du responsable\n\
         Lina;Kaci;mère;0639980012\n\
         Noé;Petit;Grand-mère;0639980013\n\
         Tom;Roy;Les deux parents;0639980014\n\
         Awa;Ba;père;\n\
         Ali;Sy;Papa Sy;0639980015\n\
         Zoé;Roux;Grand;0639980016\n");
    assert!(read.refused.is_empty(), "{:?}", read.refused);
    let told: Vec<Vec<_>> = read
        .people
        .iter()
        .map(|person| {
            person.relatives.iter().map(|one| (&*one.name, &*one.relation, one.authority)).collect()
        })
        .collect();
    assert_eq!(
        told,
        [
            vec![("", "mère", true)],
            vec![("", "grand-mère", false)],
            vec![("", "les deux parents", true)],
            vec![],
            vec![("Papa Sy", "", true)],
            vec![("Grand", "", true)],
        ]
    );
}
